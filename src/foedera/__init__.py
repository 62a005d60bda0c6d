"""Foedera: a cited ledger of the relations between states.

    import foedera

    reading = foedera.extract(text, published="2023-11-28")
    foedera.ingest("reports", ledger="relations.db")
    dossier = foedera.relation("JP", "VN", ledger="relations.db")

The verbs are those of the command line; each is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera import api

if TYPE_CHECKING:
    from foedera.api import accounts as accounts
    from foedera.api import actor as actor
    from foedera.api import add_account as add_account
    from foedera.api import alert as alert
    from foedera.api import answers as answers
    from foedera.api import audit_export as audit_export
    from foedera.api import audit_head as audit_head
    from foedera.api import audit_verify as audit_verify
    from foedera.api import backup as backup
    from foedera.api import batch as batch
    from foedera.api import batch_again as batch_again
    from foedera.api import batch_cancel as batch_cancel
    from foedera.api import batch_given as batch_given
    from foedera.api import batch_work as batch_work
    from foedera.api import batches as batches
    from foedera.api import brief as brief
    from foedera.api import brief_file as brief_file
    from foedera.api import brief_forms as brief_forms
    from foedera.api import change_account as change_account
    from foedera.api import changes as changes
    from foedera.api import check_packs as check_packs
    from foedera.api import commitments as commitments
    from foedera.api import compare as compare
    from foedera.api import disagreements as disagreements
    from foedera.api import doctor as doctor
    from foedera.api import entries as entries
    from foedera.api import entry as entry
    from foedera.api import events as events
    from foedera.api import examples as examples
    from foedera.api import explain as explain
    from foedera.api import explain_files as explain_files
    from foedera.api import export as export
    from foedera.api import export_file as export_file
    from foedera.api import export_forms as export_forms
    from foedera.api import extract as extract
    from foedera.api import extract_files as extract_files
    from foedera.api import facts as facts
    from foedera.api import ingest as ingest
    from foedera.api import issue_token as issue_token
    from foedera.api import judge_admit as judge_admit
    from foedera.api import judge_confirm as judge_confirm
    from foedera.api import judge_correct as judge_correct
    from foedera.api import judge_decline as judge_decline
    from foedera.api import judge_different as judge_different
    from foedera.api import judge_reopen as judge_reopen
    from foedera.api import judge_same as judge_same
    from foedera.api import judge_strike as judge_strike
    from foedera.api import judge_undo as judge_undo
    from foedera.api import judgements as judgements
    from foedera.api import ledger_location as ledger_location
    from foedera.api import left_out as left_out
    from foedera.api import levels as levels
    from foedera.api import mentions as mentions
    from foedera.api import mentions_in_files as mentions_in_files
    from foedera.api import names as names
    from foedera.api import network as network
    from foedera.api import news as news
    from foedera.api import options as options
    from foedera.api import passage as passage
    from foedera.api import people as people
    from foedera.api import propose as propose
    from foedera.api import proposed as proposed
    from foedera.api import rebuild as rebuild
    from foedera.api import relation as relation
    from foedera.api import relations as relations
    from foedera.api import report as report
    from foedera.api import reports as reports
    from foedera.api import restore as restore
    from foedera.api import review as review
    from foedera.api import revoke_token as revoke_token
    from foedera.api import search as search
    from foedera.api import search_page as search_page
    from foedera.api import sift as sift
    from foedera.api import skips as skips
    from foedera.api import table as table
    from foedera.api import tokens as tokens
    from foedera.api import uncertain as uncertain
    from foedera.api import verify as verify
    from foedera.api import watch as watch
    from foedera.api import world as world
    from foedera.api import world_map as world_map
    from foedera.api import written_brief as written_brief

__all__ = api.__all__


def __getattr__(name: str) -> object:
    return getattr(api, name)
