package outdial.formats;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    private final JavaClasses production =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("outdial");

    @Test
    void packages_do_not_form_circles() {
        slices().matching("outdial.formats.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(production);
    }

    @Test
    void formats_know_neither_aws_nor_the_rest_of_outdial() {
        noClasses()
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage("software.amazon..", "com.amazonaws..")
                        .or(JavaClass.Predicates.resideInAPackage("outdial..")
                                .and(JavaClass.Predicates.resideOutsideOfPackage("outdial.formats.."))))
                .check(production);
    }
}
