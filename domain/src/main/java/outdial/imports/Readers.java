package outdial.imports;

import java.util.List;
import java.util.Optional;
import outdial.workspace.Workspace;
import outdial.workspace.Workspaces;

/// Makes what reads the rows of an import.
final class Readers {
    private final Workspaces workspaces;
    private final Phones phones;

    Readers(Workspaces workspaces, Phones phones) {
        this.workspaces = workspaces;
        this.phones = phones;
    }

    /// Why rows under this header cannot be read.
    static Optional<Failure> objection(Details details, List<String> header) {
        return switch (details.target()) {
            case Target.DoNotCallList _ ->
                DoNotCallColumns.of(header).isPresent()
                        ? Optional.empty()
                        : Optional.of(Failure.of(Failure.Reason.NO_PHONE_COLUMN));
            case Target.AddressBook _, Target.InCampaign _ -> ColumnFinder.objection(details, header);
        };
    }

    Identifier identifier(Details details, List<String> header) {
        return switch (details.target()) {
            case Target.DoNotCallList _ -> numbers(details, header);
            case Target.AddressBook _, Target.InCampaign _ -> people(details, header);
        };
    }

    RowReader people(Details details, List<String> header) {
        return new RowReader(
                mapping(details, header),
                phones,
                country(details),
                details.target(),
                details.options().marks());
    }

    DoNotCallRows.Reader numbers(Details details, List<String> header) {
        return new DoNotCallRows.Reader(DoNotCallColumns.of(header).orElseThrow(), header, phones, country(details));
    }

    static Mapping mapping(Details details, List<String> header) {
        return Mapping.of(header, details.options().columns().orElse(Columns.BY_NAME));
    }

    private String country(Details details) {
        return workspaces.find(details.workspace()).map(Workspace::country).orElseThrow();
    }
}
