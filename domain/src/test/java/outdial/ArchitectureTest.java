package outdial;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    private static final Pattern CLOCK_OR_DICE = Pattern.compile("java\\.time\\..*\\.now"
            + "|java\\.time\\.Clock\\.(system|tick).*"
            + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)"
            + "|java\\.lang\\.Math\\.random"
            + "|java\\.util\\.UUID\\.randomUUID"
            + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current");

    private final JavaClasses production =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("outdial");

    @Test
    void packages_do_not_form_circles() {
        slices().matching("outdial.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(production);
    }

    @Test
    void the_domain_knows_only_the_jdk() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("outdial..", "java..", "org.jspecify.annotations..")
                .check(production);
    }

    /// They come in as arguments, so that a test or a simulation says what time it is and what the dice show.
    @Test
    void time_and_chance_are_given_to_the_domain() {
        noClasses()
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "a clock is read or dice are thrown",
                        (JavaAccess<?> access) -> CLOCK_OR_DICE
                                .matcher(access.getTargetOwner().getFullName() + "." + access.getName())
                                .matches()))
                .check(production);
    }
}
