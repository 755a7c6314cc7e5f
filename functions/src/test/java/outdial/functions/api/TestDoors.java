package outdial.functions.api;

import java.time.InstantSource;
import outdial.dialing.Wakeups;
import outdial.imports.Books;
import outdial.imports.Desk;
import outdial.imports.Imports;
import outdial.imports.Previewer;
import outdial.imports.RowsImporter;
import outdial.imports.Supervisor;
import outdial.imports.Uploads;
import outdial.memory.Memory;
import outdial.memory.MemoryChunkQueue;
import outdial.memory.MemoryLists;
import outdial.memory.MemoryMappings;

/// Where people come in, on ports in memory.
record TestDoors(Memory memory, Imports imports, MemoryMappings mappings, MemoryChunkQueue queue, MemoryLists lists) {
    Ports.Doors open(Wakeups wakeups, InstantSource clock) {
        NoFiles files = new NoFiles();
        Books books = new Books(
                memory.workspaces(),
                memory.campaigns(),
                imports,
                memory.contacts(),
                memory.doNotCall(),
                memory.groups(),
                memory.enrollments());
        Desk desk = new Desk(ApiWorld.PHONES, ApiWorld.ATLAS, files, wakeups, clock);
        return new Ports.Doors(
                new RowsImporter(books, mappings, desk, files),
                new Uploads(books, files, clock),
                imports,
                mappings,
                files,
                new Supervisor(books, desk, queue),
                new Previewer(memory.workspaces(), imports, lists, ApiWorld.PHONES));
    }
}
