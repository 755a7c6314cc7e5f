package outdial.imports;

import java.util.List;
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

    Identifier identifier(Details details, List<String> header) {
        return switch (details.target()) {
            case Target.DoNotCallList _ -> numbers(details, header);
            case Target.AddressBook _, Target.InCampaign _ -> people(details, header);
        };
    }

    RowReader people(Details details, List<String> header) {
        return new RowReader(
                Mapping.of(header, details.columns()),
                phones,
                country(details),
                details.target(),
                details.options().marks());
    }

    NumberReader numbers(Details details, List<String> header) {
        return new NumberReader(DoNotCallColumns.of(header).orElseThrow(), header, phones, country(details), details);
    }

    private String country(Details details) {
        return workspaces.find(details.workspace()).map(Workspace::country).orElseThrow();
    }
}
