package outdial.memory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import outdial.call.Attempts;
import outdial.campaign.Campaigns;
import outdial.contact.Contacts;
import outdial.dialing.Books;
import outdial.donotcall.DoNotCall;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Groups;
import outdial.enrollment.Numbers;
import outdial.rules.Policies;
import outdial.workspace.Workspaces;

/// Puts something between a use case and a port: before, after or instead of each call.
public final class Interposed {
    private Interposed() {}

    /// What happens when the port is called. `real` makes the call itself.
    @FunctionalInterface
    public interface Around {
        Object call(Call call);
    }

    /// A call of a port on its way.
    public static final class Call {
        private final Object port;
        private final Method method;
        private final Object[] arguments;

        private Call(Object port, Method method, Object[] arguments) {
            this.port = port;
            this.method = method;
            this.arguments = arguments;
        }

        public boolean of(Class<?> type) {
            return type.isInstance(port);
        }

        public boolean is(String name) {
            return method.getName().equals(name);
        }

        public Class<?> port() {
            return method.getDeclaringClass();
        }

        public String name() {
            return method.getName();
        }

        /// As they were given; none where the port takes none.
        public List<Object> arguments() {
            return arguments == null ? List.of() : Arrays.asList(arguments);
        }

        /// Makes the call.
        public Object real() {
            try {
                return method.invoke(port, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// The port with `around` about each of its calls.
    public static <T> T on(Class<T> type, T port, Around around) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> around.call(new Call(port, method, arguments))));
    }

    /// The books with `around` about each call of each of them.
    public static Books on(Books books, Around around) {
        return new Books(
                on(Workspaces.class, books.workspaces(), around),
                on(Policies.class, books.policies(), around),
                on(Campaigns.class, books.campaigns(), around),
                on(Contacts.class, books.contacts(), around),
                on(DoNotCall.class, books.doNotCall(), around),
                on(Groups.class, books.groups(), around),
                on(Enrollments.class, books.enrollments(), around),
                on(Numbers.class, books.numbers(), around),
                on(Attempts.class, books.attempts(), around));
    }
}
