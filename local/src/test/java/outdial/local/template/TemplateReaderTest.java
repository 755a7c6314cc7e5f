package outdial.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemplateReaderTest {
    private static final Account ACCOUNT =
            Account.local(URI.create("http://localhost:4566"), URI.create("http://localhost:8080"));

    @TempDir
    Path directory;

    @Test
    void functions_get_the_globals_and_what_references_stand_for() throws IOException {
        Blueprint blueprint = read("""
                Parameters:
                  Prefix: { Type: String, Default: toy }
                Conditions:
                  IsToy: !Equals [!Ref Prefix, toy]
                  IsReal: !Not [!Condition IsToy]
                Globals:
                  Function: { Timeout: 7, Environment: { Variables: { A: global, B: global } } }
                Resources:
                  Queue:
                    Type: AWS::SQS::Queue
                    Properties: { QueueName: !Sub "${Prefix}-queue", VisibilityTimeout: 42 }
                  Work:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B::handleRequest
                      Environment:
                        Variables:
                          B: own
                          ARN: !GetAtt Queue.Arn
                          URL: !Ref Queue
                          IF: !If [IsReal, real, !Join ["-", [!Ref "AWS::Region", !Select [1, !Split [",", "x,y"]]]]]
                          LITERAL: !Sub ["${!Kept} ${Own}", { Own: !Ref "AWS::AccountId" }]
                          NOTHING: !If [IsReal, x, !Ref "AWS::NoValue"]
                """);

        assertThat(blueprint.queues())
                .isEqualTo(List.of(new Queue(
                        "toy-queue",
                        "arn:aws:sqs:us-east-1:000000000000:toy-queue",
                        Map.of("VisibilityTimeout", "42"),
                        Optional.empty())));
        Function work = blueprint.functions().getFirst();
        assertThat(work.limits()).isEqualTo(new Function.Limits(128, Duration.ofSeconds(7)));
        assertThat(work.environment())
                .isEqualTo(Map.of(
                        "A", "global",
                        "B", "own",
                        "ARN", "arn:aws:sqs:us-east-1:000000000000:toy-queue",
                        "URL", "http://localhost:4566/000000000000/toy-queue",
                        "IF", "us-east-1-y",
                        "LITERAL", "${Kept} 000000000000"));
    }

    @Test
    void nested_stacks_take_parameters_and_give_outputs_whatever_the_order() throws IOException {
        Files.writeString(directory.resolve("nested.yaml"), """
                Parameters:
                  Suffix: { Type: String }
                Resources:
                  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub "bucket-${Suffix}" } }
                Outputs:
                  Name: { Value: !Ref Bucket }
                """);

        Blueprint blueprint = read("""
                Resources:
                  Work:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B::handleRequest
                      Environment: { Variables: { BUCKET: !Sub "s3://${Storage.Outputs.Name}" } }
                  Storage:
                    Type: AWS::Serverless::Application
                    Properties: { Location: nested.yaml, Parameters: { Suffix: !Ref "AWS::AccountId" } }
                """);

        assertThat(blueprint.buckets()).extracting(Bucket::name).containsExactly("bucket-000000000000");
        assertThat(blueprint.functions().getFirst().environment())
                .isEqualTo(Map.of("BUCKET", "s3://bucket-000000000000"));
    }

    @Test
    void triggers_carry_every_setting() throws IOException {
        Blueprint blueprint = read("""
                Resources:
                  Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: jobs } }
                  Work:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B::handleRequest
                      Events:
                        Job:
                          Type: SQS
                          Properties:
                            Queue: !GetAtt Queue.Arn
                            BatchSize: 5
                            MaximumBatchingWindowInSeconds: 2
                            ScalingConfig: { MaximumConcurrency: 3 }
                            FunctionResponseTypes: [ReportBatchItemFailures]
                        Tick: { Type: ScheduleV2, Properties: { ScheduleExpression: rate(2 hours) } }
                        Off: { Type: ScheduleV2, Properties: { ScheduleExpression: rate(1 day), State: DISABLED } }
                """);

        assertThat(blueprint.functions().getFirst().runs().triggers())
                .isEqualTo(List.of(
                        new Trigger.Messages(
                                "arn:aws:sqs:us-east-1:000000000000:jobs",
                                new Trigger.Batch(5, Duration.ofSeconds(2), true),
                                OptionalInt.of(3)),
                        new Trigger.Every("stack-Work-Tick", Duration.ofHours(2), Optional.empty())));
    }

    @Test
    void a_function_may_do_what_the_role_it_names_allows() throws IOException {
        Blueprint blueprint = read("""
                Resources:
                  Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: jobs } }
                  Work: { Type: AWS::Serverless::Function, Properties: { Handler: a.B::c, Role: !GetAtt WorkRole.Arn } }
                  Idle: { Type: AWS::Serverless::Function, Properties: { Handler: a.B::c } }
                  WorkRole:
                    Type: AWS::IAM::Role
                    Properties:
                      AssumeRolePolicyDocument: {}
                      Policies:
                        - PolicyName: Work
                          PolicyDocument:
                            Version: "2012-10-17"
                            Statement:
                              - { Effect: Allow, Action: [sqs:SendMessage, sqs:GetQueueUrl], Resource: !GetAtt Queue.Arn }
                              - { Effect: Allow, Action: s3:GetObject, Resource: ["arn:aws:s3:::a/*", "arn:aws:s3:::b"] }
                """);

        assertThat(blueprint.statements(blueprint.function("stack-Work")))
                .containsExactly(
                        new Statement(
                                List.of("sqs:SendMessage", "sqs:GetQueueUrl"),
                                List.of("arn:aws:sqs:us-east-1:000000000000:jobs")),
                        new Statement(List.of("s3:GetObject"), List.of("arn:aws:s3:::a/*", "arn:aws:s3:::b")));
        assertThat(blueprint.statements(blueprint.function("stack-Idle"))).isEmpty();
    }

    @Test
    void a_statement_that_is_not_understood_stops_the_start() {
        rejects(
                role("{ Effect: Allow, Action: 's3:*', Resource: '*', Condition: { Bool: {} } }"),
                "template.yaml: R: Policies: PolicyDocument: the local cloud does not know Condition in a statement,"
                        + " only [Action, Effect, Resource, Sid]");
        rejects(role("{ Effect: Deny, Action: 's3:*', Resource: '*' }"), "the local cloud knows only the Effect Allow");
        rejects(role("{ Effect: Allow, Action: 's3:*' }"), "a statement needs Resource");
    }

    @Test
    void an_unknown_property_stops_the_start_and_says_where_it_is_and_what_is_known() {
        rejects(
                """
                Resources:
                  Jobs:
                    Type: AWS::SQS::Queue
                    Properties: { RedrivePolicy: { deadLetterTargetArn: x, maxRecieveCount: 3 } }
                """,
                "template.yaml: Jobs: the local cloud does not know the property"
                        + " RedrivePolicy.maxRecieveCount. It honours [QueueName, DelaySeconds");
    }

    @Test
    void rules_of_a_bus_name_the_queues_that_get_its_events() throws IOException {
        Blueprint blueprint = read("""
                Resources:
                  Bus: { Type: AWS::Events::EventBus, Properties: { Name: news } }
                  Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: told } }
                  Rule:
                    Type: AWS::Events::Rule
                    Properties:
                      EventBusName: !Ref Bus
                      EventPattern: { source: [toy] }
                      Targets: [{ Id: told, Arn: !GetAtt Queue.Arn }]
                  Off:
                    Type: AWS::Events::Rule
                    Properties: { State: DISABLED, EventPattern: { source: [toy] } }
                """);

        assertThat(blueprint.eventRules()).singleElement().satisfies(rule -> {
            assertThat(rule.bus()).isEqualTo("news");
            assertThat(rule.pattern()).hasToString("{\"source\":[\"toy\"]}");
            assertThat(rule.queueArns()).containsExactly("arn:aws:sqs:us-east-1:000000000000:told");
        });
    }

    @Test
    void a_rule_that_is_not_from_a_bus_to_queues_stops_the_start() {
        rejects("""
                Resources:
                  Rule:
                    Type: AWS::Events::Rule
                    Properties: { EventPattern: { source: [toy] }, Targets: [{ Id: a, Arn: "arn:aws:sns:x:y:z" }] }
                """, "the local cloud knows only rules whose targets are queues, was arn:aws:sns:x:y:z");
        rejects("""
                Resources:
                  Rule: { Type: AWS::Events::Rule, Properties: { ScheduleExpression: rate(1 day) } }
                """, "the local cloud does not know the property ScheduleExpression");
        rejects("""
                Resources:
                  Rule: { Type: AWS::Events::Rule, Properties: { Targets: [] } }
                """, "the local cloud knows only rules with an EventPattern");
        rejects("""
                Resources:
                  Rule: { Type: AWS::Events::Rule, Properties: { State: PENDING } }
                """, "the local cloud knows only the states ENABLED and DISABLED, was PENDING");
    }

    @Test
    void an_unknown_resource_type_stops_the_start() {
        rejects(
                "Resources: { Stream: { Type: 'AWS::Kinesis::Stream' } }",
                "template.yaml: Stream: the local cloud does not know the resource type AWS::Kinesis::Stream. It knows"
                        + " [AWS::CloudFormation::Stack, AWS::CloudWatch::Alarm");
    }

    @Test
    void an_unknown_trigger_or_trigger_property_stops_the_start() {
        rejects(function("Events: { Put: { Type: Kinesis, Properties: {} } }"), """
                template.yaml: Work: Events.Put: the local cloud does not know the trigger type Kinesis. It knows \
                [DynamoDB, EventBridgeRule, HttpApi, SQS, ScheduleV2]""");
        rejects(
                function("Events: { Job: { Type: SQS, Properties: { Queue: q, FilterCriteria: {} } } }"),
                "template.yaml: Work: Events.Job: the local cloud does not know the property FilterCriteria");
        rejects(
                function(
                        "Events: { T: { Type: ScheduleV2, Properties: { ScheduleExpression: 'cron(0 8 * * ? *)' } } }"),
                "the local cloud knows only schedules such as rate(5 minutes), was cron(0 8 * * ? *)");
    }

    @Test
    void a_reference_to_nothing_stops_the_start() {
        rejects(
                "Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: !Ref Missing } } }",
                "template.yaml: B: BucketName: there is no parameter or resource Missing");
        rejects(
                "Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: !GetAtt B.Arn } } }",
                "these refer to each other in a circle: [B.Arn]");
        rejects(
                function("Events: { R: { Type: HttpApi, Properties: { ApiId: Nowhere, Path: /x, Method: GET } } }"),
                "there is no AWS::Serverless::HttpApi Nowhere for its route /x");
    }

    @Test
    void a_parameter_without_a_good_value_stops_the_start() {
        rejects("Parameters: { P: { Type: String } }", "parameter P: has no default, and no value was given");
        rejects(
                "Parameters: { P: { Type: String, Default: UPPER, AllowedPattern: '[a-z]+' } }",
                "parameter P: UPPER does not match [a-z]+");
    }

    @Test
    void a_key_that_is_given_twice_stops_the_start() {
        rejects("Resources:\n  A: 1\n  A: 2\n", "template.yaml:3: the key A is given twice");
    }

    private void rejects(String template, String message) {
        assertThatExceptionOfType(TemplateRejected.class)
                .isThrownBy(() -> read(template))
                .withMessageContaining(message.replace(
                        "template.yaml", directory.resolve("template.yaml").toString()));
    }

    private static String function(String more) {
        return """
                Resources:
                  Work:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B::handleRequest
                      %s
                """.formatted(more);
    }

    private static String role(String statement) {
        return """
                Resources:
                  R:
                    Type: AWS::IAM::Role
                    Properties: { Policies: [{ PolicyName: P, PolicyDocument: { Statement: %s } }] }
                """.formatted(statement);
    }

    private Blueprint read(String template) throws IOException {
        Path file = Files.writeString(directory.resolve("template.yaml"), template);
        return TemplateReader.read(file, "stack", Map.of(), ACCOUNT).blueprint();
    }
}
