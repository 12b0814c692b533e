/// What a run did, for people: a page with every picture and a table for the terminal.
///
/// Lives here: the record of a run, the contact sheet, the table, the lines told while it goes on, and what makes
/// hostile names harmless in both.
/// May use: [renditions.image] for sizes and formats; nothing that runs anything.
@NullMarked
package renditions.local.report;

import org.jspecify.annotations.NullMarked;
