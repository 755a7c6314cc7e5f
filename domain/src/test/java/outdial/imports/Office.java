package outdial.imports;

import static outdial.contract.Scene.NOON;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import outdial.campaign.Campaign;
import outdial.contract.Scene;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.memory.EasternAtlas;
import outdial.memory.Interposed;
import outdial.memory.Memory;
import outdial.memory.MemoryChunkQueue;
import outdial.memory.MemoryCorrespondence;
import outdial.memory.MemoryLists;
import outdial.memory.MemoryMailQueue;
import outdial.memory.MemoryMappings;
import outdial.memory.MemoryReports;
import outdial.memory.MemoryWakeups;
import outdial.memory.TestClock;
import outdial.page.PageRequest;
import outdial.phone.PhoneNumber;
import outdial.workspace.Workspace;
import outdial.workspace.WorkspaceId;

/// A workspace with a campaign to which lists are brought, on ports in memory.
final class Office {
    static final WorkspaceId WORKSPACE = new WorkspaceId("clinic");
    private static final PageRequest ALL = new PageRequest(PageRequest.MOST, Optional.empty());

    final Scene scene = new Scene(WORKSPACE);
    final Memory memory = new Memory();
    final TestClock clock = new TestClock(NOON);
    final MemoryLists lists = new MemoryLists(Instant.parse("2026-03-02T16:59:58Z"));
    final MemoryReports reports = new MemoryReports();
    final MemoryChunkQueue queue = new MemoryChunkQueue();
    final MemoryMappings mappings = new MemoryMappings();
    final MemoryWakeups wakeups = new MemoryWakeups();
    final MemoryCorrespondence correspondence = new MemoryCorrespondence();
    final MemoryMailQueue mails = new MemoryMailQueue();

    private int uploads;

    /// What happens at each call of a port.
    Interposed.Around around = Interposed.Call::real;

    static Office open() {
        Office office = new Office();
        boolean _ = office.memory
                .workspaces()
                .add(new Workspace(WORKSPACE, "Clinic", "US", ZoneId.of("America/New_York"), Scene.CREATED));
        office.memory.campaigns().add(office.scene.draft(office.scene.settings(1)));
        return office;
    }

    Books books() {
        Interposed.Around now = call -> around.call(call);
        return new Books(
                Interposed.on(outdial.workspace.Workspaces.class, memory.workspaces(), now),
                Interposed.on(outdial.campaign.Campaigns.class, memory.campaigns(), now),
                Interposed.on(Imports.class, memory.imports(), now),
                Interposed.on(outdial.contact.Contacts.class, memory.contacts(), now),
                Interposed.on(outdial.donotcall.DoNotCall.class, memory.doNotCall(), now),
                Interposed.on(outdial.enrollment.Groups.class, memory.groups(), now),
                Interposed.on(outdial.enrollment.Enrollments.class, memory.enrollments(), now));
    }

    private Desk desk() {
        Interposed.Around now = call -> around.call(call);
        return new Desk(
                new TenDigits(),
                new EasternAtlas(),
                Interposed.on(Reports.class, reports, now),
                Interposed.on(outdial.dialing.Wakeups.class, wakeups, now),
                clock);
    }

    private Lists listsAround() {
        return Interposed.on(Lists.class, lists, call -> around.call(call));
    }

    private ChunkQueue queueAround() {
        return Interposed.on(ChunkQueue.class, queue, call -> around.call(call));
    }

    Replies replies() {
        Interposed.Around now = call -> around.call(call);
        return new Replies(
                Interposed.on(Correspondence.class, correspondence, now),
                Interposed.on(MailQueue.class, mails, now),
                new ReportLinks());
    }

    private static final class ReportLinks implements Links {
        @Override
        public URI upload(Details details, Duration goodFor) {
            throw new UnsupportedOperationException("nobody uploads here");
        }

        @Override
        public URI report(Details details, Duration goodFor) {
            return URI.create("https://reports.example/" + details.file() + "?hours=" + goodFor.toHours());
        }
    }

    ImportPlanner planner() {
        return new ImportPlanner(
                books(),
                listsAround(),
                new ImportPlanner.Dictionary(mappings, new TenDigits()),
                queueAround(),
                replies(),
                clock);
    }

    ChunkImporter worker() {
        return new ChunkImporter(books(), desk(), listsAround(), replies());
    }

    Supervisor supervisor() {
        return new Supervisor(books(), desk(), queueAround());
    }

    Previewer previewer() {
        return new Previewer(memory.workspaces(), memory.imports(), lists, new TenDigits());
    }

    RowsImporter rowsImporter() {
        return new RowsImporter(books(), mappings, desk(), queueAround());
    }

    /// `imports/clinic/clinic-spring/<name>`.
    String key(String name) {
        return "imports/clinic/" + scene.campaign().id() + "/" + name;
    }

    void plan(String key) {
        planner().plan(new ImportPlanner.Drop(key, "", "somebody"));
    }

    /// Drops a list into the campaign's folder and has it imported.
    Import bring(String name, String list) {
        return bringTo(key(name), list);
    }

    Import bringTo(String key, String list) {
        lists.drop(key, list);
        plan(key);
        work();
        return of(key);
    }

    /// Uploads a list for the campaign and has it imported.
    Import upload(Options options, String list) {
        return uploadTo(new Target.InCampaign(scene.campaign().id()), options, list);
    }

    Import uploadTo(Target target, Options options, String list) {
        String key = awaited(target, options);
        return bringTo(key, list);
    }

    /// Where an upload is waited for.
    String awaited(Target target, Options options) {
        uploads++;
        ImportId id = ImportId.of(clock.instant(), "upload", Integer.toString(uploads));
        Details details =
                new Details(id, WORKSPACE, target, Source.UPLOAD, "people.csv", "key-1", options, clock.instant());
        memory.imports().add(new Import.AwaitingUpload(details, clock.instant()));
        return Uploads.path(details);
    }

    /// Reads all chunks that were ordered.
    void work() {
        queue.take().forEach(this::work);
    }

    void work(MemoryChunkQueue.Order order) {
        order.chunk()
                .ifPresentOrElse(
                        chunk -> worker().read(WORKSPACE, order.details().id(), chunk),
                        () -> worker().giveUp(WORKSPACE, order.details().id()));
    }

    Import of(String key) {
        return all().stream()
                .filter(known -> known.file().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    List<Import> all() {
        return memory.imports().list(WORKSPACE, ALL).items();
    }

    Campaign campaign() {
        return memory.campaigns().find(scene.campaign()).orElseThrow();
    }

    void cancelCampaign() {
        if (campaign() instanceof Campaign.Cancellable open) {
            boolean _ = memory.campaigns().change(open, open.cancel());
        }
    }

    void stop(String phone) {
        memory.doNotCall()
                .add(new DoNotCallEntry(
                        WORKSPACE, new PhoneNumber(phone), Set.of(Channel.PHONE), "API", "asked", NOON));
    }

    /// The phones in the campaign, sorted.
    List<String> enrolled() {
        return memory.enrollments().list(scene.campaign().id(), Optional.empty(), ALL).items().stream()
                .map(enrollment -> enrollment.who().phone().e164())
                .sorted()
                .toList();
    }
}
