package renditions.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/// The package has a `package-info.java` that is [NullMarked]; otherwise NullAway does not check its classes.
final class ResideInANullMarkedPackage extends ArchCondition<JavaClass> {
    ResideInANullMarkedPackage() {
        super("reside in a null-marked package");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        boolean satisfied = item.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
                new SimpleConditionEvent(item, satisfied, item.getName() + " is in a package that is not null-marked"));
    }
}
