/// The result of a run, for people: a page with every picture and a table for the terminal.
///
/// Lives here: the record of a run, the contact sheet, the table, the progress, words for numbers and places, and the
/// code that makes hostile names harmless. May use: [renditions.image] for sizes and formats, Jackson's exceptions; it
/// runs nothing itself.
@NullMarked
package renditions.local.report;

import org.jspecify.annotations.NullMarked;
