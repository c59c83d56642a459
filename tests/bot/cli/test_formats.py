"""A folder of everything that can be read: each file answers a question, and what cannot be read has its reason."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest
from fpdf import FPDF
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from corpus.reading.document import SUFFIXES
from tests.corpus.reading.formats import pdf_files
from tests.corpus.reading.formats.test_epub import book, page

AROUND = "那一年冬天很长，镇上的人大多待在家里，只有邮差每天走完整条海岸。"
# Somebody of each file's own, and what is asked about them.
KEEPERS = {
    ".txt": ("钟表匠", "修好了教堂的大钟"),
    ".srt": ("邮差", "养大了三只小海鸥"),
    ".vtt": ("修女", "教会了水手读乐谱"),
    ".md": ("面包师", "发明了海盐面包"),
    ".markdown": ("木匠", "造了第一条渡船"),
    ".html": ("灯塔员", "记录了四十年的雾"),
    ".htm": ("校长", "把旧仓库改成学校"),
    ".xhtml": ("医生", "骑马走遍了海岸"),
    ".pdf": ("船长", "在暴风雨里救了邮船"),
    ".docx": ("裁缝", "缝了一面最大的旗"),
    ".epub": ("画家", "画下了每一扇窗户"),
    ".csv": ("渔夫", "捕到了银色的鲟鱼"),
    ".tsv": ("园丁", "种活了岛上第一棵苹果树"),
    ".json": ("守夜人", "数清了港里的星星"),
    ".jsonl": ("铁匠", "打了一口会唱歌的钟"),
    ".ndjson": ("歌手", "在码头唱了三天三夜"),
}


def content(suffix: str) -> bytes:
    who, did = KEEPERS[suffix]
    title, text = f"{who}的故事", f"老{who}{did}。"
    html = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p><p>{AROUND}</p></body></html>"
    record = json.dumps({"title": title, "text": f"{text}\n\n{AROUND}"}, ensure_ascii=False)
    made: dict[str, Callable[[], bytes]] = {
        ".txt": lambda: f"{title}\n\n{text}\n\n{AROUND}".encode("gb18030"),
        ".html": html.encode,
        ".pdf": lambda: by_reportlab(title, text),
        ".docx": lambda: by_word(title, text),
        ".epub": lambda: book({"a.xhtml": page(f"<h1>{title}</h1><p>{text}</p><p>{AROUND}</p>")}),
        ".csv": lambda: f'标题,正文\r\n{title},"{text}{AROUND}"\r\n'.encode("utf-8-sig"),
        ".tsv": lambda: f"标题\t正文\r\n{title}\t{text}{AROUND}\r\n".encode("utf-16"),
        ".jsonl": record.encode,
    }
    same = {".htm": ".html", ".xhtml": ".html", ".json": ".jsonl", ".ndjson": ".jsonl"}
    default: Callable[[], bytes] = f"# {title}\n\n{text}\n\n{AROUND}".encode
    return made.get(same.get(suffix, suffix), default)()


def by_reportlab(title: str, text: str) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for y, size, line in ((780, 20, title), (740, 12, text), (710, 12, AROUND)):
        canvas.setFont("STSong-Light", size)
        canvas.drawString(60, y, line)
    canvas.save()
    return buffer.getvalue()


def by_word(title: str, text: str) -> bytes:
    document = docx.Document()
    document.add_heading(title, 0)
    document.add_paragraph(text)
    document.add_paragraph(AROUND)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def encrypted_pdf() -> bytes:
    pdf = FPDF()
    pdf.set_encryption(owner_password="keeper", user_password="open")
    pdf.add_page()
    return bytes(pdf.output())


REFUSED: dict[str, tuple[Callable[[Path], bytes], str]] = {
    "scan.pdf": (lambda _: pdf_files.scanned(), "text recognition (OCR)"),
    "soup.pdf": (
        lambda folder: pdf_files.by_fpdf2(pdf_files.made_font(folder), "zh-Hans").replace(b"/ToUnicode", b"/NoUnicode"),
        "do not say which characters",
    ),
    "locked.pdf": (lambda _: encrypted_pdf(), "protected by a password"),
    "half.docx": (lambda _: content(".docx")[:999], "damaged"),
    "picture.txt": (lambda _: b"\xff\xd8\xff\xe0\x00\x10JFIF", "not text"),
    "greek.txt": (lambda _: "Η εφημερίδα του λιμανιού".encode("iso8859-7"), "character encoding cannot be told"),
    "list.csv": (lambda _: b"name,price\nnet,3\n", "must name the columns"),
    "rows.jsonl": (lambda _: b'{"title": "no text"}\n', "no title or text"),
    "song.mp3": (lambda _: b"ID3", "not supported"),
}


@pytest.fixture
def answered(home: Path, footnote: Callable[..., SimpleNamespace], tmp_path: Path) -> str:
    """Read a folder of every format and every refusal; return what the program reports of it."""
    folder = home / "data" / "articles"
    for suffix in SUFFIXES:
        (folder / f"keeper{suffix[1:]}{suffix}").write_bytes(content(suffix))
    for name, (make, _) in REFUSED.items():
        (folder / name).write_bytes(make(tmp_path))
    run = footnote("reindex")
    assert run.code == 0, run.errors
    return str(run.out)


def test_every_format_answers_and_every_refusal_has_its_reason(
    answered: str, footnote: Callable[..., SimpleNamespace]
) -> None:
    """From a folder of all kinds of files, each article comes first for its own question."""
    assert set(KEEPERS) == set(SUFFIXES)
    for suffix, (who, did) in KEEPERS.items():
        found = json.loads(footnote("search", "--json", f"谁{did}").out)
        best = found["hits"][0]
        assert best["article"]["origin"] == f"keeper{suffix[1:]}{suffix}"
        assert f"老{who}{did}" in best["snippets"][0]["text"], suffix
    refused = dict(re.findall(r"(?m)^  (\S+?)(?::\d+)?: (.+)$", answered))
    for name, (_, words) in REFUSED.items():
        assert words in refused[name]
    assert set(refused) == set(REFUSED)
