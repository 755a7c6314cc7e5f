package outdial.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import outdial.functions.Environment;
import outdial.local.template.Function;

/// A function's handler, built once and called with JSON as the managed runtime calls it.
@FunctionalInterface
interface Code {
    byte[] run(byte[] event, Context context) throws Exception;

    /// Builds the handler that the template names through its `(Environment)` constructor.
    ///
    /// @throws FunctionNotBuilt there is no such class, or it cannot start in this environment
    static Code of(Function function, Environment environment) {
        String[] handler = function.handler().split("::", -1);
        if (handler.length != 2 || !handler[1].equals("handleRequest")) {
            throw new FunctionNotBuilt(function, "the handler must be CLASS::handleRequest, was " + function.handler());
        }
        try {
            Object built =
                    Class.forName(handler[0]).getConstructor(Environment.class).newInstance(environment);
            return switch (built) {
                case RequestStreamHandler streams -> ofStreams(streams);
                case RequestHandler<?, ?> values -> ofValues(values);
                default -> throw new FunctionNotBuilt(function, handler[0] + " is no Lambda handler");
            };
        } catch (ClassNotFoundException e) {
            throw new FunctionNotBuilt(function, "there is no class " + handler[0], e);
        } catch (InvocationTargetException e) {
            throw new FunctionNotBuilt(function, "it does not start: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new FunctionNotBuilt(function, handler[0] + " has no public constructor (Environment)", e);
        }
    }

    private static Code ofStreams(RequestStreamHandler handler) {
        return (event, context) -> {
            ByteArrayOutputStream reply = new ByteArrayOutputStream();
            handler.handleRequest(new ByteArrayInputStream(event), reply, context);
            return reply.toByteArray();
        };
    }

    private static <E, R> Code ofValues(RequestHandler<E, R> handler) {
        Type[] types = typesOf(handler.getClass());
        PojoSerializer<E> events = serializer(types[0]);
        PojoSerializer<R> replies = serializer(types[1]);
        return (event, context) -> {
            R reply = handler.handleRequest(events.fromJson(new ByteArrayInputStream(event)), context);
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            replies.toJson(reply, json);
            return json.toByteArray();
        };
    }

    /// The event and reply types that the class gives for `RequestHandler<E, R>`.
    private static Type[] typesOf(Class<?> handler) {
        return Arrays.stream(handler.getGenericInterfaces())
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(type -> type.getRawType() == RequestHandler.class)
                .map(ParameterizedType::getActualTypeArguments)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        handler.getName() + " must implement RequestHandler<Event, Reply> itself, with both types"));
    }

    /// The managed runtime's choice: AWS's own mapping for the event classes it knows, plain Jackson for all others.
    @SuppressWarnings("unchecked") // the runtime's factories are typed by the class they are given
    private static <T> PojoSerializer<T> serializer(Type type) {
        if (type instanceof Class<?> known && LambdaEventSerializers.isLambdaSupportedEvent(known.getName())) {
            return (PojoSerializer<T>) LambdaEventSerializers.serializerFor(known, known.getClassLoader());
        }
        return (PojoSerializer<T>) JacksonFactory.getInstance().getSerializer(type);
    }
}
