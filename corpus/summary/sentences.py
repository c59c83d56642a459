"""Which sentences of an article can be shown alone, and which parts of one can.

What must not live here: which of them say most (:mod:`corpus.summary.ranking`).
"""

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from corpus.analysis.folding import fold
from corpus.analysis.terms import tag_words, word_terms
from corpus.article import Article
from corpus.index.analysed import as_stored
from corpus.index.store import Store
from corpus.results import Span
from corpus.word_lists import patterns

SENTENCES_CONSIDERED = 400  # ranking compares each with each
ANTECEDENTS = 3  # sentences that one which leans may take along
_DENSE = ("zh", "ja", "ko")  # a character of these languages says what two letters or three say elsewhere
_MIN_CHARS = 10
_MIN_LINE_CHARS = 24  # a line without a final mark is a heading, unless it is long and has an inner one
_MIN_PART_CHARS = 16  # before a semicolon
_MIN_CLAUSE_CHARS = 12  # shorter ones only lead in: 从这个意义上讲, 公开资料显示; nor do such items state much
_MARKER_CHARS = 6  # before the first sentence of a list item
_NEAR_CHARS = 300  # in which the line before a list item begins
_TURNS = 3  # of each speaker
_FREQUENT_TERMS = 2000
_OWN_SENTENCES = (
    "SELECT start, end, sentences, words, units FROM passages"
    " WHERE article = (SELECT position FROM articles WHERE id = ?) ORDER BY id"
)
_CONNECTIVE = re.compile(
    "(?:然而|但是?|不过|不過|因此|所以|于是|於是|而且|并且|並且|另外|此外|同时|同時|总之|總之|事实上|事實上|其实|其實|当然|當然|是的|没错|沒錯|而)[,，]"
    r"|(?:however|moreover|furthermore|therefore|thus|hence|meanwhile|instead|nevertheless|nonetheless|consequently"
    r"|in addition|as a result|by contrast|for example|for instance|in fact|of course|overall|finally|still|also"
    r"|additionally|actually|indeed|similarly|yes|no|yeah|well)\s?,\s*(?:but\s+)?",
    re.IGNORECASE,
)
_LEANS = re.compile(
    "(?:因为|因為|由于|由於|虽然|雖然|尽管|儘管|即使|如果|只是|那么|那麼)?"
    "(?:[那此该該其他她它另]|[这這](?!不[,，]|[两兩几幾]天|些年|段[时時][间間]))"
    "|上述|前者|后者|後者|两者|兩者|双方|雙方|二者|对此|對此|如此|正因|与此|與此|也就是|再?[再又比例譬]如|意味|第二年|[次翌同]年|而且|也|还|還|并|並"
    "|却|卻|则|則|于是|於是|因此|因而|所以|随后|隨後|随即|隨即|后来|後來|后來|之后|之後|接着|接著|.{0,16}如此[。！!]?$"
    "|(?:(?:because|since|although|though|while|if|but|and) )?(?:this|that|these|those|it|its|he|she|they|his|her|their"
    "|him|them|others|such|here|both|another|then|afterwards|later|therefore|thus|hence|also|moreover|however|instead"
    "|otherwise|yet|so)\\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    "虽然|雖然|尽管|儘管|如果|假如|当|當|由于|由於|因为|因為|随着|隨著|为了|為了|除了|即使|只要|无论|無論|对于|對於|根据|根據|据|據|在"
    r"|(?:if|when|while|although|though|because|after|before|as|since|with|unless|until|for|by|in|on|at|from|to|given"
    r"|whenever|wherever|once|despite|born|having)\b",
    re.IGNORECASE,
)
_HAN = re.compile("[\u3400-\u9fff]")
_ITEM_MARK = re.compile(
    r"(?:[-+–]\s|[*•·●○■□▪◆①-⑳]|[(（]?\d{1,2}[.、)）](?!\d)|[(（][一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]{1,2}、)\s*"
)
_NUMBER = re.compile(r"[\d一二三四五六七八九十]")
_ASKS = re.compile("如何|怎[样樣么麼]|什[么麼]|哪|多[少久]")  # in a numbered line: the contents of what follows
_LIST_AHEAD = re.compile(rf"\s{{1,8}}(?:{_ITEM_MARK.pattern})")
_TURN = re.compile(r"^(?:[-–*•·●] ?)?([^\W\d_][^:：\n。！？!?]{0,23}?) ?\d{0,3}[:：][ \t]*", re.MULTILINE)
_WORDS = {name: "|".join(lines) for name, lines in patterns(Path(__file__).with_name("words.txt")).items()}
_OPENS_NO_STATEMENT = re.compile(_WORDS["opens_no_statement"])
_NO_STATEMENT = re.compile(_WORDS["no_statement"])
_ITEM = re.compile(_WORDS["item"])
_QUESTION = re.compile(r"[?？][”’」』\"')）]*$")
_REPORTED = re.compile(r"[^:：]{8,}[:：]")  # before a question: who asks it
_PREDICATE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|did|will|would|can|could|may|might|must|says?|makes?|gives?|takes?|agreed"
    r"|[a-z]+[a-df-z]ed)\b"
)
_PREDICATE_FLAGS = frozenset(["v", "ul", "ug", "uz"])  # a verb, or one of the particles that follow one: 了, 过, 着
_FINAL = re.compile(r"(?:[。！？!?；;]|(?<!\.\.)\.)[”’」』\"')）\]】]*$")
_SEMICOLON = re.compile("[；;]")
_INNER = re.compile("[，,：:；;]")
# A clause that ends so says but when or where, or whose word it is.
_LEADS_IN = re.compile("(?:[前后後时時中上里裡下内內间間来來际際年月日]|表示|认为|認為|指出|推算|估计|估計|透露)$")
_GOES_ON = re.compile(  # behind a semicolon
    "[而又但且或]|(?:or|and|but|nor|not|enough|with|without|including|especially|which|who|where|rather|perhaps|as|more|less|even"
    r"|only|if|he|she|it|they)\b"
)
_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"))
_BRACKETS = (("(", ")"), ("（", "）"), ("《", "》"), ("[", "]"), ("【", "】"))
_CLAUSE_END = re.compile(r"[,，;；](?=\D|$)(?! (?:is|are|was|were|has|have|had|[a-z]+ed)\b)")  # no verb follows


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, ``article.text[start:end]``, with its word terms.

    ``opens`` says that it begins a paragraph; ``along`` are the rows of the sentences it leans on, nearest first.
    """

    article: Article
    start: int
    end: int
    terms: Counter[str]
    opens: bool
    along: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The article's own wording."""
        return self.article.text[self.start : self.end]


class _Stored(NamedTuple):  # a book has some twenty thousand
    """A sentence as the index holds it: its number among all of its article, its place and its words."""

    number: int
    start: int
    end: int
    opens: bool
    words: str
    shown: int  # where it starts with the name of whoever says it
    asks: bool  # it is said by whoever asks the questions of an interview


def in_letters(article: Article) -> bool:
    """Whether the language of an article takes more characters for what Chinese says."""
    return not article.language.startswith(_DENSE)


def standing_sentences(store: Store, article: Article) -> list[Sentence]:
    """Return the sentences to choose from in reading order, at most about 400 from all over the article.

    Questions, calls to the reader, captions and headings are left out, and so are sentences that lean on one which is;
    unless nothing else is there. The terms are those of the index: nothing is analysed again but parts of sentences.
    """
    text = article.text
    stored = [sentence._replace(number=number) for number, sentence in enumerate(_stored(store, article))]
    prose = list(_spread(store, text, stored))
    sentences: list[Sentence] = []
    rows: dict[int, int] = {}  # of the last part of each sentence, by its number
    for sentence in prose:
        along: tuple[int, ...] = ()
        if leans(text[sentence.start : sentence.end]):
            before = rows.get(sentence.number - 1)
            if before is None or len(sentences[before].along) >= ANTECEDENTS:
                continue
            along = (before, *sentences[before].along)
        for place, part in enumerate(_parts(text, sentence)):
            goes_on = place and _GOES_ON.match(text, part[0])
            taken = (len(sentences) - 1, *sentences[-1].along)[:ANTECEDENTS] if goes_on else along
            sentences.append(_sentence(article, sentence, part, taken))
        rows[sentence.number] = len(sentences) - 1
    return sentences or [
        _sentence(article, sentence, (sentence.start, sentence.end))
        for sentence in prose or stored[:SENTENCES_CONSIDERED]
    ]


def _sentence(article: Article, stored: _Stored, part: Span, along: tuple[int, ...] = ()) -> Sentence:
    start, end = part
    whole = part == (stored.start, stored.end)
    terms = _content(stored.words.split()) if whole else content_terms(article.text[start:end])
    if start == stored.start:
        return Sentence(article=article, start=stored.shown, end=end, terms=terms, opens=stored.opens, along=along)
    return Sentence(article=article, start=start, end=end, terms=terms, opens=False, along=along)


def _stored(store: Store, article: Article) -> Iterator[_Stored]:
    """Yield the sentences of an article as they were indexed, none longer than a passage; a quotation stays whole."""
    held: list[_Stored] = []
    for sentence in _indexed(store, article):
        if held and "\n" in article.text[held[-1].end : sentence.start]:
            yield from held
            held = []
        held.append(sentence)
        if _is_closed(article.text[held[0].start : sentence.end]):
            yield held[0]._replace(end=sentence.end, words=" ".join(one.words for one in held))
            held = []
        elif len(held) > ANTECEDENTS:
            yield from held
            held = []
    yield from held


def _indexed(store: Store, article: Article) -> Iterator[_Stored]:
    """Yield the sentences of an article without the marks of list items and the names of speakers."""
    text, last, asks = article.text, 0, False
    speakers = _speakers(text)
    for passage in itertools.starmap(as_stored, store.connection().execute(_OWN_SENTENCES, (article.id,))):
        for (start, end), line in zip(passage.places(), passage.words.split("\n"), strict=True):
            begins_line = not last or "\n" in text[last:start]
            opens = not last or text.count("\n", last, start) > 1
            turn = _TURN.match(text, start, end) if begins_line else None
            turn = turn if turn and turn[1] in speakers else None
            asks = speakers[turn[1]] if turn else asks and not begins_line
            mark = turn or _ITEM_MARK.match(text, start, end)
            said = mark.end() if mark else start
            if said < end:
                words = " ".join(line.split()[len(word_terms(fold(text[start:said]).text)) :]) if mark else line
                yield _Stored(0, said, end, opens, words, turn.start(1) if turn and len(turn[1]) > 1 else said, asks)
                last = end


def _speakers(text: str) -> dict[str, bool]:
    """Return whose turns an interview is made of, with whether theirs are the questions; of another text nobody."""
    _, *parts = _TURN.split(text)
    questions: dict[str, list[bool]] = {}
    for name, said in zip(parts[::2], parts[1::2], strict=True):
        questions.setdefault(name, []).append(_QUESTION.search(said.rstrip()) is not None)
    asking = {name: 4 * sum(asked) >= len(asked) for name, asked in questions.items() if len(asked) >= _TURNS}
    return asking if len(asking) > 1 and any(asking.values()) else {}


def _is_closed(text: str, marks: Sequence[tuple[str, str]] = _QUOTES) -> bool:
    """Whether no quotation, or what else stands between marks, that begins in a text goes on behind it."""
    return all(text.count(opening) <= text.count(closing) for opening, closing in marks) and text.count('"') % 2 == 0


def _parts(text: str, stored: _Stored) -> Iterator[Span]:
    """Yield a sentence without its connective, cut at semicolons between parts that each stand by themselves."""
    start, end = stored.start, stored.end
    connective = _CONNECTIVE.match(text, start, end)
    if connective and connective.end() < end:
        start = connective.end()
    said, last = False, start  # each stretch is tagged once, however many marks there are
    for mark in _SEMICOLON.finditer(text, start, end):
        said = said or _has_predicate(text[last : mark.start()])
        last = mark.end()
        if said and min(han_length(text[start:last]) - _MIN_PART_CHARS, han_length(text[last:end]) - _MIN_CHARS) >= 0:
            yield start, last
            said, start = False, last + (text[last] == " ")
    yield start, end


def content_terms(text: str) -> Counter[str]:
    """Return the word terms of a text with their counts, single Han characters apart."""
    return _content(word_terms(fold(text).text))


def _content(terms: Sequence[str]) -> Counter[str]:
    return Counter(term for term in terms if len(term) > 1 or term.isdigit())


def inverse_frequencies(store: Store, terms: Iterable[str], field: str = "W") -> dict[str, float]:
    """Return the root of BM25's idf over the store's passages of each term of a field.

    The root, since within one article the rare word is seldom the main one: on every set it ranked better than idf.
    """
    distinct = list(dict.fromkeys(terms))
    total = store.passages_total
    held = store.document_frequency(field, distinct)
    return {
        term: math.sqrt(math.log(1 + (total - n + 0.5) / (n + 0.5)))
        for term in distinct
        for n in [min(held.get(term, 0), total)]
    }


def han_length(text: str) -> float:
    """Return a length in Chinese characters: text without any says in five letters what two of them say."""
    return len(text) if _HAN.search(text) else len(text) * 0.4


def leans(sentence: str) -> bool:
    """Whether a sentence needs the one before it: it ends a quotation, or begins so, behind what is cut off it."""
    ends_quotation = sentence.count("”") > sentence.count("“") or sentence.count("」") > sentence.count("「")
    said = sentence[connective.end() :] if (connective := _CONNECTIVE.match(sentence)) else sentence
    return ends_quotation or _LEANS.match(said.lstrip("“\"「『‘'(（")) is not None


def opening_clause(text: str, span: Span, max_chars: int) -> Span | None:
    """Return the longest beginning of a sentence that ends with a clause and stands by itself within a budget."""
    start, end = span
    sentence = text[start : min(end, start + max_chars + 1)]
    if leans(sentence) or _SUBORDINATE.match(sentence):
        return None
    ends = [match.start() for match in _CLAUSE_END.finditer(sentence) if match.start() <= max_chars]
    last = max((end for end in ends if _is_closed(sentence[:end], (*_QUOTES, *_BRACKETS))), default=0)
    clause = sentence[:last]
    stands = han_length(clause) >= _MIN_CLAUSE_CHARS and _has_predicate(clause) and not _LEADS_IN.search(clause)
    return (start, start + last) if stands else None


def _has_predicate(clause: str) -> bool:
    if _HAN.search(clause):
        return any(flag in _PREDICATE_FLAGS for _, flag in tag_words(clause))
    return _PREDICATE.search(clause) is not None


def _is_prose(text: str, stored: _Stored) -> bool:
    start, end = stored.start, stored.end
    sentence = text[start:end]
    length = han_length(sentence)
    return (
        not stored.asks
        and length >= _MIN_CHARS
        and (_FINAL.search(sentence) is not None or _is_line(text, start, end))
        and (_QUESTION.search(sentence) is None or _REPORTED.match(sentence) is not None)
        and _states(fold(sentence).text)
    )


def _states(folded: str) -> bool:
    return _OPENS_NO_STATEMENT.match(folded) is None and _NO_STATEMENT.search(folded) is None


def _is_line(text: str, start: int, end: int) -> bool:
    """Whether a line without a final mark states something: one of clauses, or a list item.

    A Chinese one with a number is a heading, unless the next line or the one before is numbered as it is.
    """
    line = text[start:end]
    marker = text[max(0, start - _MARKER_CHARS) : start].rpartition("\n")[2]
    if _ITEM_MARK.fullmatch(marker):
        is_heading = _HAN.search(line) and _NUMBER.search(marker) and not _is_in_list(text, start - len(marker), end)
        states = han_length(line) >= _MIN_CLAUSE_CHARS and _has_predicate(line)
        return not is_heading and (states or _ITEM.match(line) is not None)
    clauses = han_length(line) >= _MIN_LINE_CHARS and _is_clauses(line) and _has_predicate(line)
    return clauses and not _LIST_AHEAD.match(text, end)


def _is_in_list(text: str, start: int, end: int) -> bool:
    """Whether a numbered line stands beside another that is numbered so: below a heading would stand what it heads."""
    if _ASKS.search(text, start, end):
        return False
    before = text[max(0, start - _NEAR_CHARS) : start].rstrip().rpartition("\n")[2]
    after = text[end : end + _NEAR_CHARS].lstrip()
    return _numbering(text[start:end]) in {_numbering(before), _numbering(after)}


def _numbering(line: str) -> str | None:
    """Return the mark of a list item with one digit, or one Chinese numeral, in place of its number."""
    mark = _ITEM_MARK.match(line)
    return mark and re.sub(r"\d+", "1", re.sub("[一二三四五六七八九十]+", "一", mark[0].strip()))


def _is_clauses(line: str) -> bool:
    """Whether a line without a final mark is made of clauses; a bar makes it a menu, an open end a lead-in."""
    return _INNER.search(line[:-1]) is not None and "|" not in line and _INNER.match(line[-1]) is None


def _spread(store: Store, text: str, stored: Sequence[_Stored]) -> Iterator[_Stored]:
    """Yield the prose among at most 400 equal stretches: of each what says most of what the whole repeats."""
    weights = _term_weights(store, stored) if len(stored) > SENTENCES_CONSIDERED else {}

    def weight(sentence: _Stored) -> float:
        words = sentence.words.split()
        return sum(map(weights.__getitem__, weights.keys() & words)) / math.sqrt(1 + len(words))

    stretches = min(len(stored), SENTENCES_CONSIDERED)
    cuts = [round(i * len(stored) / stretches) for i in range(stretches + 1)] if stored else []
    for low, high in itertools.pairwise(cuts):
        best_first = sorted(stored[low:high], key=weight, reverse=True) if high - low > 1 else stored[low:high]
        prose = (sentence for sentence in best_first if _is_prose(text, sentence))
        yield from itertools.islice(prose, 1)


def _term_weights(store: Store, stored: Sequence[_Stored]) -> dict[str, float]:
    """Return tf-idf of the most frequent terms of a long text."""
    counts = Counter(itertools.chain.from_iterable(sentence.words.split() for sentence in stored))
    frequent = {term: n for term, n in counts.most_common(_FREQUENT_TERMS) if len(term) > 1}
    return {term: idf * math.log(1 + frequent[term]) for term, idf in inverse_frequencies(store, frequent).items()}
