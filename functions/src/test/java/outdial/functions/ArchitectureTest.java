package outdial.functions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    private final JavaClasses production =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("outdial.functions");

    @Test
    void packages_do_not_form_circles() {
        slices().matching("outdial.functions.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(production);
    }

    @Test
    void functions_do_not_know_the_local_cloud() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("outdial.local..")
                .check(production);
    }
}
