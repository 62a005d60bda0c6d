"""A report → the candidates that a model names, over the client of OpenAI, whose way of asking vLLM, llama.cpp, Ollama and vendors share.

The client connects through `plumbing.network` alone. What is no answer of the shape asked for goes back to the model, with the reason, at
most twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from foedera.model.article import Article
from foedera.model.candidate import Candidate, Candidates, Reply
from foedera.plumbing import optional
from foedera.plumbing.errors import FoederaError, UsageError
from foedera.plumbing.ids import digest
from foedera.plumbing.interface import _
from foedera.plumbing.network import clients
from foedera.plumbing.network.targets import VisitError
from foedera.proposals import prompting

REPAIRS = 2
"""How often a model is asked again for an answer of the right shape."""
SEED = 1
SCHEMA = msgspec.json.schema(Candidates)


class ReplyError(FoederaError):
    """Why a model's answer on a report is of no use; the report stays unasked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How much a run may take: reports; characters of each, seconds and bytes of an answer, tokens that a model may write for one."""

    reports: int = 100
    characters: int = 24_000
    seconds: float = 120.0
    size: int = 1_000_000
    tokens: int = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Which model is asked, where, what it is told, and how much it may take; `key` is sent to it and shown nowhere."""

    name: str
    url: str
    wanted: str
    key: str = ""
    budget: Budget = Budget()

    @property
    def prompt(self) -> str:
        """The digest of what it is told of every report."""
        return digest(self.wanted.encode())[:12]


def candidates(article: Article, model: Model) -> Reply:
    """What the model answers on a report.

    Raises:
        ReplyError: it cannot be reached, takes too long, says too much, or answers in no shape that was asked for.
        UsageError: the client is not installed, or the address is none.
    """
    messages = [{"role": "system", "content": model.wanted}, {"role": "user", "content": prompting.told(article, model.budget.characters)}]
    why = ""
    with _client(model) as client:
        for repairs in range(REPAIRS + 1):
            answer = _asked(client, model, messages)
            try:
                return Reply(candidates=_decoded(answer), digest=digest(answer.encode("utf-8", "surrogatepass")), repairs=repairs)
            except msgspec.MsgspecError as error:
                why = str(error)
            messages += [{"role": "assistant", "content": answer}, {"role": "user", "content": f"That is not the JSON asked for: {why}"}]
    what = _("the model's answer is not what was asked for, {n} times: {why}").format(n=REPAIRS + 1, why=why)
    raise ReplyError(what, where=article.record, remedy=_("take a model that can answer in JSON by a schema"))


def _client(model: Model) -> Any:  # noqa: ANN401 - of a library that need not be there
    library = optional.library("openai", extra="llm")
    budget = model.budget
    try:
        http = clients.client(model.url, seconds=budget.seconds, limit=budget.size)
    except VisitError as error:
        raise UsageError(error.what, where=error.where, remedy=error.remedy) from error
    return library.OpenAI(api_key=model.key or "none", base_url=model.url, http_client=http, max_retries=0, timeout=budget.seconds)


def _asked(client: Any, model: Model, messages: list[dict[str, str]]) -> str:  # noqa: ANN401 - as above
    """The words of one answer."""
    library = optional.library("openai", extra="llm")
    try:
        answer = client.chat.completions.create(
            model=model.name,
            messages=messages,
            temperature=0,
            seed=SEED,
            max_tokens=model.budget.tokens,
            response_format={"type": "json_schema", "json_schema": {"name": "candidates", "schema": SCHEMA}},
        )
        words = answer.choices[0].message.content
    except (library.OpenAIError, VisitError, AttributeError, IndexError, TypeError, ValueError) as error:
        reason = _reason(error).replace(model.key, "***") if model.key else _reason(error)
        remedy = _("see that the model answers, and give it more time or room")
        raise ReplyError(_("the model gives no answer: {why}").format(why=reason), where=model.url, remedy=remedy) from None
    return words if isinstance(words, str) else ""


def _reason(error: BaseException) -> str:
    """What went wrong, of the innermost cause that says something."""
    while error.__cause__ is not None:
        error = error.__cause__
    return (str(error) or type(error).__name__)[:LONGEST]


LONGEST = 300
"""Characters of a reason that others wrote."""


def _decoded(answer: str) -> tuple[Candidate, ...]:
    """The candidates of an answer; a fence of Markdown around it is none of them."""
    words = answer.strip()
    if words.startswith("```"):
        words = words.strip("`").removeprefix("json")
    return tuple(msgspec.json.decode(words.encode("utf-8", "surrogatepass"), type=Candidates).candidates)
