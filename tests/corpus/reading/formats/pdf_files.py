"""PDF files as several programs make them, with text of our own and a font that is made here.

The font's glyphs are all one box: which shape a character has is of no matter to who reads its text.
"""

import io
import subprocess
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fpdf import FPDF
from fpdf.enums import EncryptionMethod
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

AUTHOR = "林砚舟"
TITLES = {"zh-Hans": "小镇换了印刷机", "zh-Hant": "小鎮換了印刷機", "en": "The press came by boat"}
HEADERS = {"zh-Hans": "蓝鲸日报 周刊", "zh-Hant": "藍鯨日報 週刊", "en": "Harbour Weekly"}
PARAGRAPHS = {
    "zh-Hans": (
        "海边小镇的报纸在去年冬天换了新的印刷机，编辑们为此等了整整三年，连港口的猫都知道这件事。机器从北方运来，路上走了十一天，最后一里路是渔船走的。",
        "第一期新报纸只有四页，却写满了渔民、灯塔和潮汐的故事。读者们从清早起在码头排队，中午之前就卖完了。",
        "后来编辑部把旧机器送给了学校，孩子们用它印自己写的诗，也印过一张通缉港口那只猫的告示，贴在每一根电线杆上。",
    ),
    "zh-Hant": (
        "海邊小鎮的報紙在去年冬天換了新的印刷機，編輯們為此等了整整三年，連港口的貓都知道這件事。機器從北方運來，路上走了十一天，最後一里路是漁船走的。",
        "第一期新報紙只有四頁，卻寫滿了漁民、燈塔和潮汐的故事。讀者們從清早起在碼頭排隊，中午之前就賣完了。",
        "後來編輯部把舊機器送給了學校，孩子們用它印自己寫的詩，也印過一張通緝港口那隻貓的告示，貼在每一根電線桿上。",
    ),
    "en": (
        "It took eleven days for the new press to reach the town by the sea, and the last mile was done by boat.",
        "The first issue had four pages and was full of tides, nets and lighthouses. It was sold out before noon.",
        "The old press went to the school, where children print poems, and once a notice about the cat of the harbour.",
    ),
}
PAGE_BREAK = 2  # the paragraph that begins a second page


def made_font(folder: Path) -> Path:
    """Write a TrueType font that has every character of this module, and return its path."""
    path = folder / "boxes.ttf"
    text = "".join(map("".join, (*PARAGRAPHS.values(), TITLES.values(), HEADERS.values())))
    characters = sorted({*text, *map(chr, range(32, 127)), *"第页頁　"})
    names = [".notdef", *(f"u{ord(character):05X}" for character in characters)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(character): name for character, name in zip(characters, names[1:], strict=True)})
    builder.setupGlyf({name: _box() for name in names})
    widths = {name: (500 if name != ".notdef" and int(name[1:], 16) < 0x2E80 else 1000, 50) for name in names}
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular", "psName": "Boxes-Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120)
    builder.setupPost()
    builder.save(path)
    return path


def titled(*title: str) -> bytes:
    """Return a page with the lines of its title in the middle, and no properties."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    canvas.setFont("Helvetica", 20)
    for at, line in enumerate(title):
        canvas.drawCentredString(300, 770 - 24 * at, line)
    canvas.setFont("Helvetica", 11)
    for at, line in enumerate(_wrapped(" ".join(PARAGRAPHS["en"]), 76)):
        canvas.drawString(60, 690 - 16 * at, line)
    canvas.save()
    return buffer.getvalue()


def by_reportlab(font: str | Path, language: str, *, indent: bool = True) -> bytes:
    """Return two pages with a header and a page number on each; the font is a CID font's name or a TrueType file."""
    if isinstance(font, Path):
        pdfmetrics.registerFont(TTFont("Boxes", font))
        name = "Boxes"
    else:
        name = font
        if font != "Helvetica":
            pdfmetrics.registerFont(UnicodeCIDFont(font))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    canvas.setTitle(TITLES[language])
    canvas.setAuthor(AUTHOR)
    pages = (PARAGRAPHS[language][:PAGE_BREAK], PARAGRAPHS[language][PAGE_BREAK:])
    for number, paragraphs in enumerate(pages, 1):
        canvas.setFont(name, 9)
        canvas.drawString(60, 810, HEADERS[language])
        canvas.drawCentredString(300, 30, f"- {number} -")
        y = 770
        if number == 1:
            canvas.setFont(name, 20)
            canvas.drawString(60, y, TITLES[language])
            y -= 40
        canvas.setFont(name, 11)
        for paragraph in paragraphs:
            for at, line in enumerate(_wrapped(paragraph, 36 if language != "en" else 76)):
                canvas.drawString(60 + 22 * (indent and at == 0), y, line)
                y -= 16
            y -= 0 if indent else 12
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def by_fpdf2(font: Path, language: str, password: str | None = None) -> bytes:
    """Return one page in an embedded TrueType font."""
    pdf = FPDF()
    pdf.add_font("boxes", fname=font)
    pdf.set_title(TITLES[language])
    pdf.set_author(AUTHOR)
    if password:
        pdf.set_encryption(owner_password="keeper", user_password=password, encryption_method=EncryptionMethod.RC4)
    pdf.add_page()
    pdf.set_font("boxes", size=20)
    pdf.multi_cell(0, 12, TITLES[language], new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("boxes", size=12)
    for paragraph in PARAGRAPHS[language]:
        pdf.multi_cell(0, 7, paragraph, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def by_chromium(chromium: str, folder: Path, language: str, style: str = "") -> bytes:
    """Return what the browser prints, in whatever font the machine has."""
    source, target = folder / "page.html", folder / "page.pdf"
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[language])
    source.write_text(
        f"<html lang={language}><meta charset=utf-8><title>{TITLES[language]}</title>"
        f"<style>{style}</style><h1>{TITLES[language]}</h1>{paragraphs}",
        encoding="utf-8",
    )
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    subprocess.run([*command, f"--print-to-pdf={target}", source.as_uri()], check=True, capture_output=True, timeout=60)
    return target.read_bytes()


def scanned(pages: int = 2) -> bytes:
    """Return pages that are pictures, with nothing but a number as text below each."""
    pdf = FPDF()
    pdf.set_font("helvetica", size=9)
    for number in range(pages):
        pdf.add_page()
        pdf.image(Image.effect_noise((200, 280), 60 + number), x=10, y=10, w=180)
        pdf.text(100, 290, str(number + 1))
    return bytes(pdf.output())


def _box() -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((50, 700), (450, 700), (450, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def _wrapped(paragraph: str, length: int) -> list[str]:
    if " " not in paragraph:
        return [paragraph[start : start + length] for start in range(0, len(paragraph), length)]
    lines = [""]
    for word in paragraph.split():
        if len(lines[-1]) + 1 + len(word) > length:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
