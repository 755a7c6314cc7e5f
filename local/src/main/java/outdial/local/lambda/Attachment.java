package outdial.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import outdial.local.aws.AwsService;

/// Something outside AWS that plugs into the local cloud, such as a phone network: it answers an AWS API of its
/// own and invokes functions that have granted it the right to.
public interface Attachment extends AutoCloseable {
    /// Called once: functions can be invoked from now on, triggers start right afterwards.
    void attach(Socket cloud);

    /// Called when the cloud stops, before its servers do. Nothing is invoked after it returns.
    @Override
    void close();

    /// What the cloud offers to what plugs in.
    interface Socket {
        Invoker invoker();

        /// Logical ids of the functions that a Lambda permission of the template opens to this service principal,
        /// such as `voiceconnector.chime.amazonaws.com`, in the template's order.
        List<String> functionsOpenTo(String servicePrincipal);

        /// Sends requests on the AWS port that are signed for this service, such as `chime`, to a handler.
        void route(String signingName, AwsService service);

        /// The value that a parameter of the root template has here, such as `CarrierCallsPerSecond`.
        ///
        /// @throws IllegalArgumentException the template has no such parameter
        String parameter(String name);

        /// Where a file is that is named from where the root template lies.
        Path beside(String file);

        /// Puts an event on the default bus, as a service of AWS does.
        void publish(String source, String detailType, List<String> resources, JsonNode detail);

        /// A bucket that is not the template's: made if need be, and EventBridge is told of what is put in it. Puts
        /// objects by their key.
        BiConsumer<String, byte[]> bucket(String name);

        Clock clock();
    }
}
