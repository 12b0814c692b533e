package renditions.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import renditions.local.cloud.UploadedObject;
import renditions.runtime.Plan.Content;
import renditions.runtime.Plan.Fault;
import renditions.runtime.Plan.Letter;
import renditions.runtime.Plan.Picture;
import renditions.runtime.Trial.Verdict;

/// Carries out plans: puts the uploads into S3, sets S3's faults, invokes the function. Used by one thread.
final class Staging {
    private final Trial trial;
    private final Photos photos = new Photos();
    private List<Message> before = List.of();
    private boolean frozen;

    Staging(Trial trial) {
        this.trial = trial;
    }

    /// An invocation and its verdict.
    record Performance(Plan plan, List<Message> batch, Verdict verdict) {}

    Performance carryOut(Plan plan) throws InterruptedException {
        if (plan.freshProcess()) {
            trial.retire();
        }
        var batch = batch(plan);
        var process = trial.process();
        if (frozen) {
            process.thaw();
        }
        if (plan.collection()) {
            process.collectGarbage();
        }
        var verdict = trial.invoke(batch, plan.timeout());
        frozen = plan.freeze();
        if (frozen) {
            process.freeze();
        }
        forgetAllBut(batch);
        return new Performance(plan, batch, verdict);
    }

    private List<Message> batch(Plan plan) {
        var batch = new ArrayList<Message>();
        for (var letter : plan.letters()) {
            var id = "plan-%d-message-%d".formatted(plan.number(), batch.size());
            message(letter, id).filter(message -> !batch.contains(message)).forEach(batch::add);
        }
        return batch;
    }

    private Stream<Message> message(Letter letter, String id) {
        return switch (letter) {
            case Letter.Announcing(var pictures) -> Stream.of(announcing(pictures, id));
            case Letter.Again(int index) -> again(index);
            case Letter.Test() -> Stream.of(Message.test(id));
            case Letter.Unreadable() -> Stream.of(Message.unreadable(id));
        };
    }

    /// A redelivered message, without S3's faults this time.
    private Stream<Message> again(int index) {
        if (before.isEmpty()) {
            return Stream.of();
        }
        var message = before.get(index % before.size());
        trial.gate().treatAsUsual(message.id());
        return Stream.of(message);
    }

    private Message announcing(List<Picture> pictures, String id) {
        var uploads = new ArrayList<UploadedObject>();
        for (var picture : pictures) {
            uploads.add(upload(picture, id + "/" + uploads.size()));
        }
        return Message.announcing(
                id, uploads, !pictures.stream().allMatch(picture -> picture.content() instanceof Content.Sound));
    }

    private UploadedObject upload(Picture picture, String key) {
        var upload = trial.upload(key, bytes(picture.content()));
        if (picture.content() instanceof Content.Gone) {
            trial.forget(upload);
        }
        picture.fault().ifPresent(fault -> trouble(fault, key));
        return upload;
    }

    private byte[] bytes(Content content) {
        return switch (content) {
            case Content.Sound(int photo) -> photos.photo(photo);
            case Content.Cut(int photo) -> photos.cut(photo);
            case Content.Noise(long seed) -> Photos.noise(seed);
            case Content.Empty(), Content.Gone() -> new byte[0];
        };
    }

    private void trouble(Fault fault, String key) {
        var gate = trial.gate();
        var manifest = Trial.PLACES.manifest(key);
        switch (fault.place()) {
            case OLD_MANIFEST -> gate.treat("GET", manifest, fault.manner());
            case UPLOAD -> gate.treat("GET", "/" + Trial.UPLOADS + "/" + key, fault.manner());
            case RENDITION -> gate.treat("PUT", Trial.PLACES.renditions(key).getLast(), fault.manner());
            case MANIFEST -> gate.treat("PUT", manifest, fault.manner());
        }
    }

    /// Forgets all uploads but those of this batch, so that the store does not grow. So only the previous batch can
    /// be redelivered.
    private void forgetAllBut(List<Message> batch) {
        before.stream()
                .filter(message -> !batch.contains(message))
                .flatMap(message -> message.uploads().stream())
                .forEach(trial::forget);
        before = batch;
    }
}
