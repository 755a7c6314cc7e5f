package outdial.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.campaign.CampaignType;
import outdial.campaign.Campaigns;
import outdial.campaign.Details;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.contact.EmailAddress;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCall;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments;
import outdial.functions.dynamo.DynamoCampaigns;
import outdial.functions.dynamo.DynamoDoNotCall;
import outdial.functions.dynamo.DynamoEnrollments;
import outdial.functions.dynamo.DynamoImports;
import outdial.functions.dynamo.DynamoMailboxes;
import outdial.functions.dynamo.DynamoWorkspaces;
import outdial.functions.dynamo.Parallel;
import outdial.functions.dynamo.Tables;
import outdial.imports.Import;
import outdial.imports.Imports;
import outdial.imports.Mailboxes;
import outdial.local.Eventually;
import outdial.local.LocalCloud;
import outdial.local.LocalStack;
import outdial.local.Options;
import outdial.local.Outdial;
import outdial.page.PageRequest;
import outdial.phone.PhoneNumber;
import outdial.workspace.Workspace;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// A local cloud with one workspace, seen by its books.
final class Town implements AutoCloseable {
    static final WorkspaceId WORKSPACE = new WorkspaceId("clinic");
    private static final PageRequest ALL = new PageRequest(PageRequest.MOST, Optional.empty());

    private final LocalCloud cloud;
    private final S3Client s3;
    private final String bucket;
    private final String mailBucket;
    private final Mailboxes mailboxes;
    private final Campaigns campaigns;
    private final Imports imports;
    private final Enrollments enrollments;
    private final DoNotCall doNotCall;

    private Town(LocalCloud cloud) {
        this.cloud = cloud;
        this.s3 = cloud.clients().s3();
        var environment = cloud.environmentOf("ImportPlanner");
        this.bucket = environment.getOrDefault("IMPORTS_BUCKET", "");
        this.mailBucket = cloud.environmentOf("InboundMail").getOrDefault("MAIL_BUCKET", "");
        Tables tables = new Tables(cloud.clients().dynamoDb(), environment.getOrDefault("TABLE_PREFIX", ""));
        this.campaigns = new DynamoCampaigns(tables);
        this.imports = new DynamoImports(tables);
        this.mailboxes = new DynamoMailboxes(tables);
        this.enrollments = new DynamoEnrollments(tables, new Parallel(4));
        this.doNotCall = new DynamoDoNotCall(tables);
        boolean added = new DynamoWorkspaces(tables)
                .add(new Workspace(WORKSPACE, "Clinic", "US", ZoneId.of("America/New_York"), Instant.EPOCH));
        if (!added) throw new IllegalStateException("the town is open already");
    }

    static Town open() throws Exception {
        Options options =
                Options.of(Path.of("../template.yaml")).with(Outdial.PARAMETERS).enforcingRoles();
        return new Town(LocalCloud.start(LocalStack.keeping(options)));
    }

    Campaign campaign() {
        return campaign(UUID.randomUUID().toString());
    }

    Campaign campaign(String id) {
        Settings settings = new Settings(
                "Spring",
                CampaignType.ONE_TIME,
                Optional.empty(),
                List.of(),
                Settings.Limits.DEFAULT,
                RetryRules.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        CampaignRef ref = new CampaignRef(WORKSPACE, new CampaignId(id));
        Campaign.Draft draft = new Campaign.Draft(new Details(ref, settings, Instant.EPOCH, 1, 0));
        campaigns.add(draft);
        return draft;
    }

    Campaign now(Campaign campaign) {
        return campaigns.find(campaign.ref()).orElseThrow();
    }

    void stop(String phone) {
        doNotCall.add(new DoNotCallEntry(
                WORKSPACE, new PhoneNumber(phone), Set.of(Channel.PHONE), "API", "asked", Instant.EPOCH));
    }

    /// Drops a list and waits until its import is over.
    Import imported(Campaign campaign, String name, String list) {
        drop(key(campaign, name), list);
        return over(campaign, name);
    }

    /// Waits until the import is over.
    Import over(Campaign campaign, String name) {
        Eventually.is(() -> find(campaign, name).filter(Town::isOver).isPresent(), true);
        return find(campaign, name).orElseThrow();
    }

    void drop(String key, String text) {
        drop(key, text.getBytes(UTF_8));
    }

    void drop(String key, byte[] bytes) {
        s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    }

    /// A mail as SES would have stored it.
    void store(String messageId, String mail) {
        s3.putObject(
                put -> put.bucket(mailBucket).key("inbound/" + messageId),
                RequestBody.fromString(mail.replace("\n", "\r\n"), UTF_8));
    }

    /// Lets this sender mail lists to the campaign, and tells its address.
    String mailAddress(Campaign campaign, String sender) {
        return mailboxes.set(campaign.ref(), Set.of(new EmailAddress(sender))).token() + "@mail.outdial.localhost";
    }

    LocalCloud cloud() {
        return cloud;
    }

    static String key(Campaign campaign, String name) {
        return "imports/" + WORKSPACE + "/" + campaign.ref().id() + "/" + name;
    }

    Optional<Import> find(Campaign campaign, String name) {
        return imports(campaign).stream()
                .filter(found -> found.details().file().equals(name))
                .findFirst();
    }

    List<Import> imports(Campaign campaign) {
        return imports.list(WORKSPACE, ALL).items().stream()
                .filter(found -> found.details().campaign().equals(Optional.of(campaign.ref())))
                .toList();
    }

    private static boolean isOver(Import found) {
        return found instanceof Import.Completed || found instanceof Import.Failed;
    }

    /// The phones of the campaign's contacts, sorted.
    List<String> phones(Campaign campaign) {
        return enrolled(campaign)
                .map(enrollment -> enrollment.who().phone().e164())
                .sorted()
                .toList();
    }

    /// The list's own columns for the contact with this phone.
    Map<String, String> variables(Campaign campaign, String phone) {
        return enrolled(campaign)
                .filter(enrollment -> enrollment.who().phone().e164().equals(phone))
                .map(enrollment -> enrollments.variables(enrollment.id()))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Enrollment> enrolled(Campaign campaign) {
        return enrollments.list(campaign.ref().id(), Optional.empty(), ALL).items().stream();
    }

    String report(Import done) {
        return text("reports/" + WORKSPACE + "/" + done.details().id() + ".csv");
    }

    String rejection(Campaign campaign, String name) {
        return text("rejected/" + WORKSPACE + "/" + campaign.ref().id() + "/" + name + ".txt");
    }

    /// What lies there, or nothing.
    String note(String key) {
        try {
            return text(key);
        } catch (NoSuchKeyException _) {
            return "";
        }
    }

    String text(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
    }

    @Override
    public void close() {
        s3.close();
        cloud.close();
    }
}
