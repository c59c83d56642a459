"""Quality of answers over judged questions, names, facts and messages, beside plain peers in the same run.

    python -m benchmarks.quality [--public FOLDER] [--misses] [--json]

Every figure is Footnote's and then the peer's, in percent, for the half to tune on and the half kept aside apart. The
judgements are those over the sample, or a set of your own with passages.jsonl (benchmarks/judgements/README.md).
What must not live here: speed, and how anything is measured (:mod:`benchmarks.quality_measures`).
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import get_args

import corpus
from benchmarks import quality_measures as measures
from benchmarks.quality_judgements import Judgements, JudgementsInvalid, Name, Question, read_judgements
from benchmarks.quality_measures import Figures, Half
from benchmarks.quality_systems import Footnote, Plain, System

ROOT = Path(__file__).resolve().parent.parent
BUDGETS_CHARS = (200, 400, 800)
HALVES: tuple[Half, ...] = get_args(Half)
FIRST_GROUPS = ("all", "zh-Hans", "zh-Hant", "en")
PEERS = {
    "questions": "BM25Okapi over jieba.lcut",
    "names": "jieba's tags nr and nt",
    "facts": "the beginning of the article",
    "messages": "every message a search",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One judged thing and the figures of both systems for it; ``groups`` are the rows that it counts in."""

    label: str
    groups: tuple[str, ...]
    half: Half
    footnote: Figures
    peer: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table: figures from 0 to 1; a figure that nothing was judged for is absent."""

    table: str
    half: Half
    group: str
    count: int
    footnote: Figures
    peer: Figures


def question_cases(judged: Judgements, footnote: System, peer: System) -> Iterator[Case]:
    """Ask every question."""
    written = {article.id: article.language for article in judged.articles}
    for question in judged.questions:
        figures = [
            measures.question_figures(system.search(question.text), question.passages, question.answers)
            for system in (footnote, peer)
        ]
        groups = (*question.groups, *_crossed(question, written))
        yield Case(label=question.text, groups=groups, half=question.half, footnote=figures[0], peer=figures[1])


def _crossed(question: Question, written: dict[str, str]) -> Iterator[str]:
    """Yield what lies between a question that crosses and its articles: another script of its language, or another."""
    if "crossing" in question.groups:
        spoken = {written[passage].split("-")[0] for passage in question.passages}
        asked = {group.split("-")[0] for group in question.groups}
        yield "between scripts" if spoken & asked else "between languages"


def fact_cases(judged: Judgements, footnote: System, peer: System) -> Iterator[Case]:
    """Sum up every article in each length."""
    languages = {article.id: article.language for article in judged.articles}
    for facts in judged.facts:
        figures = [
            {
                f"in {budget} characters": measures.fact_coverage(system.summary(facts.article, budget), facts.ranked)
                for budget in BUDGETS_CHARS
            }
            for system in (footnote, peer)
        ]
        groups = ("all", languages[facts.article])
        yield Case(label=facts.article, groups=groups, half=facts.half, footnote=figures[0], peer=figures[1])


def message_cases(judged: Judgements, footnote: System, peer: System) -> Iterator[Case]:
    """Route every message."""
    for message in judged.messages:
        figures = [
            measures.message_figures(system.route(message.text), message.kind, message.argument)
            for system in (footnote, peer)
        ]
        yield Case(label=message.text, groups=message.groups, half=message.half, footnote=figures[0], peer=figures[1])


def card_cases(judged: Judgements, footnote: System, peer: System) -> Iterator[Case]:
    """Look every name up by each of its forms, and read the card: each form, role and name is a case of its own."""
    owners = measures.owners_of((name.forms[0], name.forms) for name in judged.names)
    texts = "\n".join(article.text for article in judged.articles)
    for name in judged.names:
        written = {form for form in name.forms if measures.stands_in(form, texts)}
        ours, theirs = (list(_card_figures(system, name, owners, written)) for system in (footnote, peer))
        for (label, mine), (_, others) in zip(ours, theirs, strict=True):
            yield Case(label=label, groups=(name.kind,), half=name.half, footnote=mine, peer=others)


def _card_figures(
    system: System, name: Name, owners: dict[str, str], written: set[str]
) -> Iterator[tuple[str, Figures]]:
    right: list[measures.Card] = []
    for form in name.forms:
        card = system.card(form)
        is_right = measures.is_card_of(card, name.forms[0], name.kind, owners)
        right += [card] if card and is_right else []
        found = {"look-up": float(is_right), "wrong card": float(card is not None and not is_right)}
        yield form, found | ({"look-up as written": float(is_right)} if form in written else {})
    card = next(iter(right), measures.Card(kind=name.kind, forms=()))
    yield name.forms[0], {"articles on the card": len(card.articles & name.articles) / len(name.articles)}
    for role in name.roles:
        yield (
            f"{name.forms[0]}: {role}",
            {
                "role in the roles": float(measures.states_role(card.roles, role)),
                "role on the card": float(measures.states_role((*card.roles, *card.quotations), role)),
            },
        )


def name_rows(judged: Judgements, footnote: System, peer: System) -> Iterator[Row]:
    """Return the table of names: what was found, and what the cards hold."""
    if not judged.names:  # finding names costs the peer minutes on a large set
        return
    systems = [_extraction(judged, system.found()) for system in (footnote, peer)]
    for row in mean_rows("names", list(card_cases(judged, footnote, peer))):
        ours, theirs = (found[row.half, row.group] for found in systems)
        count = sum(name.kind == row.group and name.half == row.half for name in judged.names)
        yield replace(row, count=count, footnote=ours | row.footnote, peer=theirs | row.peer)


def _extraction(judged: Judgements, found: Sequence[measures.Card]) -> dict[tuple[Half, str], Figures]:
    owners = measures.owners_of((name.forms[0], name.forms) for name in judged.names)
    half_of = {name.forms[0]: name.half for name in judged.names}
    figures: dict[tuple[Half, str], Figures] = {}
    for kind in dict.fromkeys(name.kind for name in judged.names):
        of_kind = measures.owners_of((name.forms[0], name.forms) for name in judged.names if name.kind == kind)
        for half in HALVES:
            cards = [card for card in found if card.kind == kind and measures.found_half(card, owners, half_of) == half]
            wanted = [name.forms[0] for name in judged.names if name.kind == kind and name.half == half]
            figures[half, kind] = measures.extraction_figures(cards, of_kind, wanted)
    return figures


def mean_rows(table: str, cases: Sequence[Case]) -> Iterator[Row]:
    """Yield the means of each half and group: all, the languages, then others in the order in which they appear."""
    met = dict.fromkeys(group for case in cases for group in case.groups)
    groups = [*filter(met.__contains__, FIRST_GROUPS), *(group for group in met if group not in FIRST_GROUPS)]
    for half in HALVES:
        for group in groups:
            held = [case for case in cases if case.half == half and group in case.groups]
            if held:
                footnote, peer = ([getattr(case, system) for case in held] for system in ("footnote", "peer"))
                yield Row(
                    table=table, half=half, group=group, count=len(held), footnote=_means(footnote), peer=_means(peer)
                )


def _means(figures: Iterable[Figures]) -> Figures:
    values: dict[str, list[float]] = {}
    for figure in figures:
        for key, value in figure.items():
            values.setdefault(key, []).append(value)
    return {key: sum(held) / len(held) for key, held in values.items()}


CASES: dict[str, Callable[[Judgements, System, System], Iterator[Case]]] = {
    "questions": question_cases,
    "names": card_cases,
    "facts": fact_cases,
    "messages": message_cases,
}


def tables(judged: Judgements, footnote: System, peer: System) -> Iterator[Row]:
    """Measure everything that is judged."""
    for table, cases in CASES.items():
        if table == "names":
            yield from name_rows(judged, footnote, peer)
        else:
            yield from mean_rows(table, list(cases(judged, footnote, peer)))


def misses(judged: Judgements, footnote: System, peer: System) -> Iterator[str]:
    """Yield a line for each case that is less than perfect, never one that is kept aside."""
    for table, cases in CASES.items():
        for case in cases(judged, footnote, peer):
            short = {
                key: round(value, 3) for key, value in case.footnote.items() if value != float(key != "wrong card")
            }
            if case.half != "half kept aside" and short:
                yield f"{table}: {case.label}: {', '.join(f'{key} {value:g}' for key, value in short.items())}"


def table_lines(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the tables as text, one for each half of each file."""
    heads = dict.fromkeys((row.table, row.half) for row in rows)
    for table, half in heads:
        held = [row for row in rows if (row.table, row.half) == (table, half)]
        columns = list(dict.fromkeys(column for row in held for column in row.footnote))
        yield f"{table}, {half}: Footnote / {PEERS[table]}, %"
        yield ""
        yield f"| | n | {' | '.join(columns)} |"
        yield f"| --- | ---: |{' ---: |' * len(columns)}"
        for row in held:
            cells = [f"{_percent(row.footnote.get(key))} / {_percent(row.peer.get(key))}" for key in columns]
            yield f"| {row.group} | {row.count} | {' | '.join(cells)} |"
        yield ""


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--public", type=Path, metavar="FOLDER", help="a set of your own, with passages.jsonl")
    parser.add_argument("--misses", action="store_true", help="print what went wrong, of the half to tune on")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON, a list of rows")
    options = parser.parse_args()
    try:
        own = (ROOT / "benchmarks" / "judgements", ROOT / "seeds")
        judged = read_judgements(*((options.public, None) if options.public else own))
        with tempfile.TemporaryDirectory() as folder:
            corpus.build_index(judged.articles, Path(folder) / "index")
            with corpus.Library.open(Path(folder) / "index") as library:
                systems = Footnote(library), Plain(judged.articles)
                if options.misses:
                    print("\n".join(misses(judged, *systems)))
                    return 0
                rows = list(tables(judged, *systems))
    except (JudgementsInvalid, corpus.CorpusError, OSError) as error:
        print(f"quality: {error}", file=sys.stderr)
        return 1
    print(json.dumps([asdict(row) for row in rows], indent=1) if options.json else "\n".join(table_lines(rows)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
