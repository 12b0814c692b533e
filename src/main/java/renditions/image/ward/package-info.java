/// The port [renditions.image.Images] in a process of its own. A picture that crashes, hangs or fills that process
/// costs its neighbours nothing.
///
/// Lives here: both sides of the conversation. Of this process: the engine that hands suspects over, its children,
/// what it concludes from their ends. Of the child: its main class and the loop that answers. Between them: requests
/// and answers as frames. May use: [renditions.image], the cancellation of [renditions.batch], and in the child
/// [renditions.image.vips].
@NullMarked
package renditions.image.ward;

import org.jspecify.annotations.NullMarked;
