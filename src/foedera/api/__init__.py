"""The verbs: the only door for the terminal, the web and Python programs. A module is loaded when a verb of it is first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.api import answers as answers
    from foedera.api.alerting import alert as alert
    from foedera.api.audits import audit_export as audit_export
    from foedera.api.audits import audit_head as audit_head
    from foedera.api.audits import audit_verify as audit_verify
    from foedera.api.backups import backup as backup
    from foedera.api.backups import restore as restore
    from foedera.api.batching import batch as batch
    from foedera.api.batching import batch_again as batch_again
    from foedera.api.batching import batch_cancel as batch_cancel
    from foedera.api.batching import batch_given as batch_given
    from foedera.api.batching import batch_work as batch_work
    from foedera.api.batching import batches as batches
    from foedera.api.briefing import brief as brief
    from foedera.api.briefing import brief_file as brief_file
    from foedera.api.briefing import brief_forms as brief_forms
    from foedera.api.briefing import news as news
    from foedera.api.briefing import written_brief as written_brief
    from foedera.api.comparing import compare as compare
    from foedera.api.entering import accounts as accounts
    from foedera.api.entering import add_account as add_account
    from foedera.api.entering import change_account as change_account
    from foedera.api.entering import issue_token as issue_token
    from foedera.api.entering import revoke_token as revoke_token
    from foedera.api.entering import tokens as tokens
    from foedera.api.exporting import export as export
    from foedera.api.exporting import export_file as export_file
    from foedera.api.exporting import export_forms as export_forms
    from foedera.api.health import doctor as doctor
    from foedera.api.ledger import commitments as commitments
    from foedera.api.ledger import events as events
    from foedera.api.ledger import ingest as ingest
    from foedera.api.ledger import ledger_location as ledger_location
    from foedera.api.ledger import levels as levels
    from foedera.api.ledger import people as people
    from foedera.api.ledger import rebuild as rebuild
    from foedera.api.ledger import relation as relation
    from foedera.api.ledger import search as search
    from foedera.api.ledger import verify as verify
    from foedera.api.lookups import entry as entry
    from foedera.api.lookups import relations as relations
    from foedera.api.lookups import report as report
    from foedera.api.mapping import world_map as world_map
    from foedera.api.networking import network as network
    from foedera.api.packs import actor as actor
    from foedera.api.packs import check_packs as check_packs
    from foedera.api.packs import names as names
    from foedera.api.packs import world as world
    from foedera.api.proposing import judge_admit as judge_admit
    from foedera.api.proposing import judge_decline as judge_decline
    from foedera.api.proposing import judge_reopen as judge_reopen
    from foedera.api.proposing import propose as propose
    from foedera.api.proposing import proposed as proposed
    from foedera.api.rulings import judge_confirm as judge_confirm
    from foedera.api.rulings import judge_correct as judge_correct
    from foedera.api.rulings import judge_different as judge_different
    from foedera.api.rulings import judge_same as judge_same
    from foedera.api.rulings import judge_strike as judge_strike
    from foedera.api.rulings import judge_undo as judge_undo
    from foedera.api.rulings import judgements as judgements
    from foedera.api.rulings import review as review
    from foedera.api.rulings import uncertain as uncertain
    from foedera.api.samples import examples as examples
    from foedera.api.sifting import sift as sift
    from foedera.api.tabling import table as table
    from foedera.api.texts import explain as explain
    from foedera.api.texts import explain_files as explain_files
    from foedera.api.texts import extract as extract
    from foedera.api.texts import extract_files as extract_files
    from foedera.api.texts import mentions as mentions
    from foedera.api.texts import mentions_in_files as mentions_in_files
    from foedera.api.texts import options as options
    from foedera.api.walking import changes as changes
    from foedera.api.walking import disagreements as disagreements
    from foedera.api.walking import entries as entries
    from foedera.api.walking import facts as facts
    from foedera.api.walking import left_out as left_out
    from foedera.api.walking import passage as passage
    from foedera.api.walking import reports as reports
    from foedera.api.walking import search_page as search_page
    from foedera.api.watching import skips as skips
    from foedera.api.watching import watch as watch

MODULE_OF = {
    "accounts": "entering",
    "actor": "packs",
    "add_account": "entering",
    "alert": "alerting",
    "audit_export": "audits",
    "audit_head": "audits",
    "audit_verify": "audits",
    "backup": "backups",
    "batch": "batching",
    "batch_again": "batching",
    "batch_cancel": "batching",
    "batch_given": "batching",
    "batch_work": "batching",
    "batches": "batching",
    "brief": "briefing",
    "brief_file": "briefing",
    "brief_forms": "briefing",
    "change_account": "entering",
    "changes": "walking",
    "check_packs": "packs",
    "commitments": "ledger",
    "compare": "comparing",
    "disagreements": "walking",
    "doctor": "health",
    "entries": "walking",
    "entry": "lookups",
    "events": "ledger",
    "examples": "samples",
    "explain": "texts",
    "explain_files": "texts",
    "export": "exporting",
    "export_file": "exporting",
    "export_forms": "exporting",
    "extract": "texts",
    "extract_files": "texts",
    "facts": "walking",
    "ingest": "ledger",
    "issue_token": "entering",
    "judge_admit": "proposing",
    "judge_confirm": "rulings",
    "judge_correct": "rulings",
    "judge_decline": "proposing",
    "judge_different": "rulings",
    "judge_reopen": "proposing",
    "judge_same": "rulings",
    "judge_strike": "rulings",
    "judge_undo": "rulings",
    "judgements": "rulings",
    "ledger_location": "ledger",
    "left_out": "walking",
    "levels": "ledger",
    "mentions": "texts",
    "mentions_in_files": "texts",
    "names": "packs",
    "network": "networking",
    "news": "briefing",
    "options": "texts",
    "passage": "walking",
    "people": "ledger",
    "propose": "proposing",
    "proposed": "proposing",
    "rebuild": "ledger",
    "relation": "ledger",
    "relations": "lookups",
    "report": "lookups",
    "reports": "walking",
    "restore": "backups",
    "review": "rulings",
    "revoke_token": "entering",
    "search": "ledger",
    "search_page": "walking",
    "sift": "sifting",
    "skips": "watching",
    "table": "tabling",
    "tokens": "entering",
    "uncertain": "rulings",
    "verify": "ledger",
    "watch": "watching",
    "world": "packs",
    "world_map": "mapping",
    "written_brief": "briefing",
}
"""Which module of this room each verb lies in."""

__all__ = sorted(MODULE_OF)  # noqa: PLE0605 - the table above is the one list of verbs


def __getattr__(name: str) -> object:
    if name == "answers":
        return import_module(f"{__name__}.{name}")
    if name not in MODULE_OF:
        raise AttributeError(name)
    import_module("foedera.plumbing.shown").made_by(_page)
    return getattr(import_module(f"{__name__}.{MODULE_OF[name]}"), name)


def _page(value: object) -> str | None:
    """What a notebook shows of an answer; what makes it is loaded when something is shown."""
    made: str | None = import_module(f"{__name__}.notebooks").html(value)
    return made
