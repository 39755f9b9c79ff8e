#!/usr/bin/env python3
"""PDF の文と表を、セルの間がタブ、改ページが改ページ文字のテキストにします: python3 pdf_to_text.py FILE.pdf > FILE.txt
Writes the text and the tables of a PDF with tabs between cells and form feeds between pages; needs requirements.txt.
"""
import logging
import re
import sys
import unicodedata

import pdfplumber

WIDE = "\u3000-\u9fff\uf900-\ufaff\uff00-\uffef"


def joined(text):
    """The lines of a cell in one: nothing between Japanese, two spaces between digits, which group no number."""
    text = re.sub(r"[\t ]+", " ", text or "").strip()
    text = re.sub(r"(?<=[0-9０-９]) ?\n ?(?=[0-9０-９])", "  ", text)
    text = re.sub(rf"(?<=[{WIDE}]) ?\n ?| ?\n ?(?=[{WIDE}])", "", text)
    return text.replace("\n", " ")


def lines_of(words):
    """Words of a page by lines, from the top and from the left."""
    lines = []
    for word in sorted(words, key=lambda w: (w["top"] + w["bottom"], w["x0"])):
        middle = (word["top"] + word["bottom"]) / 2
        if lines and lines[-1][0]["top"] <= middle <= lines[-1][0]["bottom"]:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w["x0"]) for line in lines]


def cells_of(line):
    """The words of a line that stand together, with where they begin and end."""
    cells = []
    for word in line:
        height = word["bottom"] - word["top"]
        if cells and word["x0"] - cells[-1][1] < 1.2 * height:
            gap = " " if word["x0"] - cells[-1][1] > 0.2 * height else ""
            cells[-1] = (cells[-1][0], word["x1"], cells[-1][2] + gap + word["text"])
        else:
            cells.append((word["x0"], word["x1"], word["text"]))
    return cells


def rows_of(lines):
    """The rows of a table without rules, whose columns do not touch; None if the lines are no table."""
    columns = []
    for start, end, _ in sorted(cell for line in lines for cell in line):
        if columns and start <= columns[-1][1]:
            columns[-1][1] = max(columns[-1][1], end)
        else:
            columns.append([start, end])
    rows = []
    for line in lines:
        row = [""] * len(columns)
        for start, _, text in line:
            column = next(i for i, (_, end) in enumerate(columns) if start <= end)
            if row[column]:
                return None
            row[column] = text
        rows.append(row)
    return rows if len(rows) > 1 and len(columns) > 2 else None


def blocks_of(page):
    """What stands on a page, as (top, lines of text or rows of cells)."""
    page = page.dedupe_chars()
    boxes, blocks = [], []
    for table in page.find_tables():
        if any(x0 <= table.bbox[0] and y0 <= table.bbox[1] and table.bbox[2] <= x1 and table.bbox[3] <= y1
               for x0, y0, x1, y1 in boxes):
            continue
        rows = [[joined(cell) for cell in row] for row in table.extract()]
        # A frame around text is no table.
        if len(rows) * max(map(len, rows)) > 1 and any(any(row) for row in rows):
            boxes.append(table.bbox)
            blocks.append((table.bbox[1], rows))

    def is_outside(word):
        x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
        return not any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in boxes)

    run = []
    lines = [(line[0]["top"], cells_of(line)) for line in lines_of(filter(is_outside, page.extract_words()))]
    for top, cells in [*lines, (page.height, [])]:
        is_split = run and any(run[-1][0] < table < top for table, _ in blocks)
        if len(cells) < 2 or is_split:
            rows = rows_of([cells for _, cells in run])
            blocks += [(run[0][0], rows)] if rows else [(t, ["　".join(c[2] for c in cs)]) for t, cs in run]
            run = []
        if len(cells) > 1:
            run.append((top, cells))
        elif cells:
            blocks.append((top, [cells[0][2]]))
    return sorted(blocks, key=lambda block: block[0])


def main(path):
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    texts = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            lines = []
            for _, block in blocks_of(page):
                is_table = isinstance(block[0], list)
                if lines and lines[-1] and (is_table or "\t" in lines[-1]):
                    lines.append("")
                lines += ["\t".join(row) for row in block] if is_table else block
            texts.append("".join(line + "\n" for line in lines))
    if not any(text.strip() for text in texts):
        sys.exit(f"{path}: 文字のない PDF です（画像なら文字認識が要ります） / no text in it, perhaps images")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    # Fonts give radicals (U+2F00 …) in the place of the ideographs that they look like.
    text = re.sub("[\u2e80-\u2fdf]", lambda match: unicodedata.normalize("NFKC", match[0]), "\f".join(texts))
    sys.stdout.write(text)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
