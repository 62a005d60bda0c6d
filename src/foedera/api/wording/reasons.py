"""Why nothing was made of a passage, and why a value is inferred, in words; the identifiers are those of the glossary."""

from __future__ import annotations

from foedera.plumbing.interface import _


def reason_words(reason: str) -> str:
    """The reason in words; one that has none here is shown by its identifier."""
    return _words().get(reason, reason.replace("_", " "))


def ground_words(reason: str) -> str:
    """In words from what a value was inferred; a reason that has none here is shown by its identifier."""
    return _because().get(reason, reason.replace("_", " "))


def _words() -> dict[str, str]:
    return {
        "no_pack": _("there is no pack for the language"),
        "not_interstate": _("the report is not about relations between states"),
        "title": _("a title; the body says the same or more"),
        "caption": _("a caption; the body says the same or more"),
        "unless": _("words that silence the rule stand beside it"),
        "denied": _("the report says that it did not happen"),
        "cancelled": _("the report says that it was called off"),
        "hypothetical": _("the report only supposes it"),
        "hope": _("a hope or an expectation, no commitment"),
        "no_date": _("the rule needs a date, and the passage gives none"),
        "no_parties": _("the rule needs two parties, and the passage gives fewer"),
        "event": _("words of the future that tell of an event, no commitment"),
        "part_of_another_promise": _("part of another commitment"),
        "part_of_a_name": _("part of a name"),
        "not_in_force": _("a partnership only wished for, proposed or planned"),
        "in_passing": _("the words only describe a noun"),
        "repeated": _("said by another fact of the report"),
        "no_name": _("an instrument or a mechanism without a name"),
        "other_format": _("no format reads this file"),
        "unknown_format": _("no format reads this file"),
        "unreadable": _("a file that cannot be read"),
        "empty": _("it holds no text"),
        "binary": _("it is no text"),
        "not_utf8": _("its letters are not in UTF-8"),
        "too_large": _("larger than a text may be"),
        "not_json": _("a line that is no JSON"),
        "not_a_record": _("a line that is no record"),
        "no_text": _("a record without a text"),
        "wrong_field": _("a record with a field that does not fit"),
        "doubtful_encoding": _("kept; its letters may not be right: its encoding is not certain"),
        "refused": _("an address that is not visited"),
        "unreachable": _("a site that does not answer, or not with success"),
        "hole": _("a stretch of an archive that holds no whole record"),
        "worker_died": _("two processes ended while they read it"),
        "too_deep": _("a page nested too deeply to be read"),
        "no_article": _("a page without a report"),
        "robots": _("the site asks in its robots.txt not to fetch this"),
        "no_success": _("an answer in an archive that is no success"),
        "no_address": _("an entry of a feed without an address of the web"),
        "encrypted": _("a file that is locked"),
        "damaged": _("a file that is broken"),
        "failed": _("a mistake of Foedera"),
        "uncounted": _("no number of papers, or not how many were signed"),
        "not_signed": _("a number of papers of which no signing is told"),
        "too_short": _("too short to say what was promised"),
    }


def _because() -> dict[str, str]:
    return {
        "date_completed": _("the report completes the date"),
        "later_than_what_it_tells": _("the first such day behind what its report tells of"),
        "the_articles_pair": _("the pair the report is about"),
        "the_two_sides": _("who the two sides are"),
        "the_sentence_before": _("who was named before"),
        "the_event_it_belongs_to": _("the event it belongs to"),
        "the_session_before": _("the session told before"),
        "the_heading": _("the heading"),
        "dateline": _("the dateline"),
        "known_person": _("whose office it is known to be"),
        "same_name": _("the same name elsewhere in the report"),
        "name_and_context": _("name and context"),
        "the_person_before": _("the person before"),
    }
