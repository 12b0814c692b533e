package renditions.reprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import renditions.batch.Cancellation;
import renditions.reprocess.Announcer.Finding;
import renditions.store.Looked;
import renditions.store.ObjectFacts;
import renditions.store.ObjectId;
import renditions.store.Page.Entry;
import renditions.store.StoreProblem;

/// What is done with some keys: those with a defect are found, counted and announced.
///
/// @param dryRun whether nothing is announced
record Round(Sweep sweep, Inspection inspection, Tally tally, boolean dryRun) {
    private static final Looked NOT_THERE = new StoreProblem.Missing(new ObjectId("quarantine", "none"));

    /// Returns when every message is durable.
    void run(Cancellation cancellation, List<Pair> pairs) throws Halted {
        var findings = findings(cancellation, pairs);
        tally.listed(pairs.size());
        findings.forEach(finding -> tally.found(finding.defect()));
        if (!dryRun) {
            new Announcer(sweep.queue(), sweep.lanes(), sweep.settings(), inspection.verify(), sweep.clock())
                    .send(cancellation, findings);
            tally.sent(findings.size());
        }
    }

    private List<Finding> findings(Cancellation cancellation, List<Pair> pairs) throws Halted {
        var findings = new ArrayList<Finding>();
        for (var pair : pairs) {
            inspection.of(pair).ifPresent(defect -> findings.add(new Finding(pair, defect)));
        }
        return sweep.settings().quarantines() && !inspection.verify()
                ? withoutQuarantined(cancellation, findings)
                : findings;
    }

    /// @param report what lies at the place of its quarantine report; empty if it can have none
    private record Look(Finding finding, Optional<Looked> report) {}

    /// Without those whose very content has a report that no renditions can be made of it: an attempt would end in
    /// the same report, every night.
    private List<Finding> withoutQuarantined(Cancellation cancellation, List<Finding> findings) throws Halted {
        var others = new ArrayList<Finding>();
        for (var look : sweep.lanes().eachOnNetwork(findings, finding -> look(cancellation, finding))) {
            switch (look.report().orElse(NOT_THERE)) {
                case ObjectFacts _ -> {}
                case StoreProblem.Missing _ -> others.add(look.finding());
                case StoreProblem problem -> throw new Halted(SweepReport.ending(problem));
            }
        }
        return others;
    }

    private Look look(Cancellation cancellation, Finding finding) {
        return new Look(finding, report(finding).map(place -> sweep.store().head(cancellation, place)));
    }

    private Optional<ObjectId> report(Finding finding) {
        var upload = finding.pair().upload();
        return switch (finding.defect()) {
            case MISSING, OUTDATED ->
                Optional.ofNullable(upload)
                        .map(content -> place(finding, content))
                        .filter(ObjectId::fits);
            case STALE, ORPHANED, DOUBTFUL -> Optional.empty();
        };
    }

    private ObjectId place(Finding finding, Entry upload) {
        var settings = sweep.settings();
        return settings.layout()
                .report(new ObjectId(settings.uploads(), finding.pair().key()), upload.etag());
    }
}
