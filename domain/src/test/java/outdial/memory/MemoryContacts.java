package outdial.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outdial.campaign.CampaignId;
import outdial.contact.AddressClaim;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.contact.Contacts;
import outdial.contact.Profile;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;

public final class MemoryContacts implements Contacts {
    private final Object lock;
    private final Map<Key, Contact> contacts = new HashMap<>();
    private final Map<Address, ContactId> claims = new HashMap<>();

    MemoryContacts(Object lock) {
        this.lock = lock;
    }

    private record Key(WorkspaceId workspace, ContactId id) {}

    private record Address(WorkspaceId workspace, String address) {}

    @Override
    public Optional<Contact> find(WorkspaceId workspace, ContactId id) {
        synchronized (lock) {
            return Optional.ofNullable(contacts.get(new Key(workspace, id)));
        }
    }

    @Override
    public List<Contact> find(WorkspaceId workspace, Set<ContactId> ids) {
        synchronized (lock) {
            return ids.stream().flatMap(id -> find(workspace, id).stream()).toList();
        }
    }

    @Override
    public Optional<Contact> byPhone(WorkspaceId workspace, PhoneNumber phone) {
        synchronized (lock) {
            String address = AddressClaim.phone(phone, new ContactId("")).address();
            return Optional.ofNullable(claims.get(new Address(workspace, address)))
                    .flatMap(claimant -> find(workspace, claimant));
        }
    }

    @Override
    public Page<Contact> list(WorkspaceId workspace, PageRequest page) {
        synchronized (lock) {
            SortedMap<String, Contact> rows = new TreeMap<>();
            contacts.forEach((key, contact) -> rows.put(key.workspace() + "#" + key.id(), contact));
            return Pages.of(rows, page, contact -> contact.workspace().equals(workspace));
        }
    }

    @Override
    public Map<String, ContactId> claimants(WorkspaceId workspace, Set<String> addresses) {
        synchronized (lock) {
            return addresses.stream()
                    .filter(address -> claims.containsKey(new Address(workspace, address)))
                    .collect(Collectors.toUnmodifiableMap(
                            address -> address, address -> claims.get(new Address(workspace, address))));
        }
    }

    @Override
    public List<ContactId> claim(WorkspaceId workspace, List<AddressClaim> wanted) {
        synchronized (lock) {
            return wanted.stream()
                    .map(claim ->
                            claims.computeIfAbsent(new Address(workspace, claim.address()), _ -> claim.claimant()))
                    .toList();
        }
    }

    @Override
    public void add(List<Contact> added) {
        synchronized (lock) {
            added.forEach(contact -> contacts.putIfAbsent(new Key(contact.workspace(), contact.id()), contact));
        }
    }

    @Override
    public List<Boolean> update(List<Update> updates) {
        synchronized (lock) {
            return updates.stream().map(this::update).toList();
        }
    }

    private boolean update(Update update) {
        Contact from = update.from();
        Key key = new Key(from.workspace(), from.id());
        Contact now = contacts.get(key);
        if (now == null || now.version() != from.version()) return false;
        Set<String> wanted = AddressClaim.addressesOf(update.to());
        if (wanted.stream().anyMatch(address -> isAnothers(from, address))) return false;
        AddressClaim.addressesOf(from.profile())
                .forEach(address -> claims.remove(new Address(from.workspace(), address), from.id()));
        wanted.forEach(address -> claims.put(new Address(from.workspace(), address), from.id()));
        contacts.put(key, now.with(update.to()));
        return true;
    }

    private boolean isAnothers(Contact contact, String address) {
        return !claims.getOrDefault(new Address(contact.workspace(), address), contact.id())
                .equals(contact.id());
    }

    @Override
    public List<ContactId> remove(List<Contact> removed, Optional<CampaignId> only) {
        synchronized (lock) {
            return removed.stream()
                    .filter(contact -> !remove(contact, only))
                    .map(Contact::id)
                    .toList();
        }
    }

    private boolean remove(Contact contact, Optional<CampaignId> only) {
        Key key = new Key(contact.workspace(), contact.id());
        Contact now = contacts.getOrDefault(key, contact);
        boolean untouched =
                now.version() == 1 && now.campaigns().stream().allMatch(campaign -> only.equals(Optional.of(campaign)));
        if (!untouched) return false;
        contacts.remove(key);
        AddressClaim.addressesOf(contact.profile())
                .forEach(address -> claims.remove(new Address(contact.workspace(), address), contact.id()));
        return true;
    }

    @Override
    public void leave(WorkspaceId workspace, List<ContactId> leaving, CampaignId campaign) {
        synchronized (lock) {
            leaving.forEach(id -> contacts.computeIfPresent(
                    new Key(workspace, id), (_, contact) -> in(contact, without(contact.campaigns(), campaign))));
        }
    }

    private static Set<CampaignId> without(Set<CampaignId> campaigns, CampaignId left) {
        return campaigns.stream().filter(campaign -> !campaign.equals(left)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void enroll(WorkspaceId workspace, List<ContactId> enrolled, CampaignId campaign) {
        synchronized (lock) {
            enrolled.forEach(id ->
                    contacts.computeIfPresent(new Key(workspace, id), (_, contact) -> withCampaign(contact, campaign)));
        }
    }

    /// What somebody wrote about a contact who is there, whose phone stays.
    public void replace(Contact contact, Profile to) {
        synchronized (lock) {
            contacts.computeIfPresent(
                    new Key(contact.workspace(), contact.id()),
                    (_, now) -> new Contact(
                            now.id(), now.workspace(), to, now.campaigns(), now.version() + 1, now.createdAt()));
        }
    }

    private static Contact withCampaign(Contact contact, CampaignId campaign) {
        Set<CampaignId> campaigns = Stream.concat(contact.campaigns().stream(), Stream.of(campaign))
                .collect(Collectors.toUnmodifiableSet());
        return in(contact, campaigns);
    }

    private static Contact in(Contact contact, Set<CampaignId> campaigns) {
        return new Contact(
                contact.id(),
                contact.workspace(),
                contact.profile(),
                campaigns,
                contact.version(),
                contact.createdAt());
    }
}
