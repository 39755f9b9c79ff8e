#!/usr/bin/env python3
"""Runs jobs on files in the forms that people have, in this package and in polars, and prints the ratios.

The files are made by a seed. Jobs:

  estat      an export of e-Stat (CSV): 22 items of many areas and years; the rate of two items, the ranking of the
             newest year
  register   sheets of the resident register (CSV), one a year: all sums and rates of each row checked, the social change of all
             years over the first stock, ranked

Each program writes the same table, which is compared cell by cell first. Then they run in turn, whole process against
whole process, on two processors. What is printed is the median of the ratios of each round, and the largest peak of memory.

Needs: pip install polars

  swift build -c release --product machi
  python3 Examples/benchmark-files/compare.py .build/release/machi [--small]
"""

import argparse
import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

ITEMS = ["A1101_総人口", "A1303_65歳以上人口"] + [f"A{9000 + number}_項目{number}" for number in range(20)]
PREFECTURES = ["北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県", "埼玉県", "千葉県"]


def areas(count):
    """Invented municipalities: five digits of a code, a prefecture and a name."""
    made, number = [], 0
    while len(made) < count:
        prefecture = number % len(PREFECTURES)
        code = f"{prefecture + 1:02}{201 + number // len(PREFECTURES)}"
        # Five digits that could be six without their zero would be ambiguous, for no such town is listed.
        if check_digit("0" + code[:4]) != code[4]:
            made.append((code, PREFECTURES[prefecture], f"架空{number}市"))
        number += 1
    return made


def check_digit(code):
    """The sixth digit of a code: 11 less the rest of a weighted sum."""
    total = sum(int(digit) * weight for digit, weight in zip(code, (6, 5, 4, 3, 2)))
    return str((11 - total % 11) % 10)


def estat(path, size):
    """Writes an export of e-Stat."""
    generator = random.Random(1)
    years = range(2000, 2000 + (24 if size > 200 else 4))
    with open(path, "w", encoding="utf-8") as file:
        file.write('"RESULT"\n"STATUS","0"\n"ERROR_MSG","正常に終了しました。"\n"RESULT_INF"\n')
        file.write(f'"TOTAL_NUMBER","{size * len(years) * len(ITEMS)}"\n"FROM_NUMBER","1"\n')
        file.write(f'"TO_NUMBER","{size * len(years) * len(ITEMS)}"\n"TABLE_INF","0000020201"\n')
        file.write('"STAT_NAME","00200502","社会・人口統計体系"\n"TITLE","","Ａ　人口・世帯"\n"VALUE"\n')
        file.write('"tab_code","観測値","cat01_code","Ａ　人口・世帯","area_code","地域","time_code","調査年","unit","value","annotation"\n')
        for code, prefecture, name in areas(size):
            people = generator.randrange(2000, 400000)
            for year in years:
                values = [people, generator.randrange(people // 5, people // 2)]
                values += [generator.randrange(1, people) for _ in ITEMS[2:]]
                for item, value in zip(ITEMS, values):
                    file.write(
                        f'"00001","観測値","{item.split("_")[0]}","{item}","{code}","{prefecture} {name}",'
                        f'"{year}100000","{year}年度","人","{value}",""\n')
    return [path]


def estat_polars(files, result):
    import polars as pl

    skip = 0
    with open(files[0], encoding="utf-8") as file:
        while not file.readline().startswith('"tab_code"'):
            skip += 1
    cells = (
        pl.scan_csv(files[0], skip_rows=skip, schema_overrides={name: pl.String for name in ("cat01_code", "area_code", "time_code")},
                    null_values=[""])
        .select("cat01_code", "area_code", "地域", "time_code", "value")
        .collect()
        .pivot("cat01_code", index=["area_code", "地域", "time_code"], values="value")
    )
    newest = cells.filter(pl.col("time_code") == pl.col("time_code").max())
    (
        newest.with_columns((pl.col("A1303") * 100.0 / pl.col("A1101")).alias("rate"))
        .with_columns(pl.col("rate").rank("min", descending=True).cast(pl.Int32).alias("rank"))
        .sort("rank", "area_code")
        .select("rank", "area_code", "A1303", "A1101")
        .write_csv(result)
    )


def own_table(path):
    """Rank, code, numerator and denominator of the table that the program writes."""
    with open(path, encoding="utf-8", newline="") as file:
        return [[row["rank"], row["code"][:5], row["numerator"], row["denominator"]] for row in csv.DictReader(file)]


def peer_table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


HEADS = (
    "団体コード,都道府県名,市区町村名,{0},,,,{1},,,,,,,,,,,,,,,,,",
    ",,,人口,,,世帯数,住民票記載数,,,,,,住民票消除数,,,,,,増減数(Ａ)-(Ｂ),増減率,自然増減数,自然増減率,社会増減数,社会増減率",
    "団体コード,都道府県名,市区町村名,男,女,人,,転入者数（国内）,転入者数（国外）,転入者数（計）,出生者数,その他（計）,計（Ａ）,"
    "転出者数（国内）,転出者数（国外）,転出者数（計）,死亡者数,その他（計）,計（Ｂ）,,,,,,",
)


def rounded(change, stock):
    """A rate in per cent of two digits, a half away from zero."""
    hundredths, rest = divmod(abs(change) * 10000, stock)
    hundredths += rest * 2 >= stock
    return f"{'-' if change < 0 and hundredths else ''}{hundredths // 100}.{hundredths % 100:02}"


def register(path, size):
    """Writes one sheet a year: 1 January, and what moved in the year before."""
    generator = random.Random(3)
    os.mkdir(path)
    towns = [[code, prefecture, name, [generator.randrange(1000, 200000) for _ in range(2)]] for code, prefecture, name in sorted(areas(size))]
    for year in range(2013, 2013 + (13 if size > 200 else 4)):
        rows = []
        for code, prefecture, name, people in towns:
            stock = sum(people)
            flows = [generator.randrange(max(2, stock // part)) for part in (30, 300, 100, 2000, 28, 280, 80, 2500)]
            inside, abroad, births, other, out, away, deaths, lost = flows
            change = inside + abroad + births + other - out - away - deaths - lost
            people[0] += change // 2
            people[1] += change - change // 2
            rows.append((code + check_digit(code), prefecture, name, people[0], people[1], stock, flows))
        with open(os.path.join(path, f"{year}.csv"), "w", encoding="utf-8-sig", newline="") as file:
            era = (f"平成{year - 1988}年", f"平成{year - 1989}年") if year < 2019 else (f"令和{year - 2018}年", f"令和{year - 2019}年" if year > 2019 else "平成30年")
            file.write(f"{era[0]}1月1日住民基本台帳人口・世帯数、{era[1]}（1月1日から12月31日まで）人口動態（市区町村別）（総計）" + "," * 24 + "\n")
            file.write("\n".join(HEADS).format(*era) + "\n")
            written = csv.writer(file)
            for code, prefecture, name, men, women, stock, flows in rows:
                inside, abroad, births, other, out, away, deaths, lost = flows
                natural, social = births - deaths, inside + abroad + other - out - away - lost
                cells = [men, women, men + women, 100, inside, abroad, inside + abroad, births, other, inside + abroad + births + other,
                         out, away, out + away, deaths, lost, out + away + deaths + lost, natural + social, rounded(natural + social, stock),
                         natural, rounded(natural, stock), social, rounded(social, stock)]
                written.writerow([code, prefecture, name] + [f"{cell:,}" if isinstance(cell, int) else cell for cell in cells])
    return [path]


def register_polars(files, result):
    import polars as pl

    sheets = []
    for name in sorted(os.listdir(files[0])):
        sheet = pl.read_csv(os.path.join(files[0], name), skip_rows=4, has_header=False, infer_schema=False,
                            new_columns=[f"column_{number}" for number in range(1, 26)])
        numbers = [f"column_{number}" for number in range(4, 26) if number not in (21, 23, 25)]
        sheet = sheet.with_columns(
            [pl.col(column).str.replace_all(",", "").cast(pl.Int64) for column in numbers]
            + [pl.col(column).str.strip_chars().cast(pl.Float64) for column in ("column_21", "column_23", "column_25")])
        stock = pl.col("column_6") - pl.col("column_20")
        wrong = sheet.filter(
            (pl.col("column_4") + pl.col("column_5") != pl.col("column_6"))
            | (pl.col("column_8") + pl.col("column_9") != pl.col("column_10"))
            | (pl.col("column_10") + pl.col("column_11") + pl.col("column_12") != pl.col("column_13"))
            | (pl.col("column_14") + pl.col("column_15") != pl.col("column_16"))
            | (pl.col("column_16") + pl.col("column_17") + pl.col("column_18") != pl.col("column_19"))
            | (pl.col("column_13") - pl.col("column_19") != pl.col("column_20"))
            | (pl.col("column_11") - pl.col("column_17") != pl.col("column_22"))
            | (pl.col("column_20") - pl.col("column_22") != pl.col("column_24"))
            | ((pl.col("column_24") * 100 / stock - pl.col("column_25")).abs() > 0.00501)
            | ((pl.col("column_22") * 100 / stock - pl.col("column_23")).abs() > 0.00501)
            | ((pl.col("column_20") * 100 / stock - pl.col("column_21")).abs() > 0.00501))
        if wrong.height:
            sys.exit(f"{name}: {wrong.height} rows do not add up")
        sheets.append(sheet.select("column_1", pl.col("column_24").alias("change"), stock.alias("stock")))
    (
        pl.concat(sheets).group_by("column_1", maintain_order=True)
        .agg(pl.col("change").sum(), pl.col("stock").first())
        .with_columns((pl.col("change") * 100.0 / pl.col("stock")).alias("rate"))
        .with_columns(pl.col("rate").rank("min", descending=True).cast(pl.Int32).alias("rank"))
        .sort("rank", "column_1")
        .select("rank", pl.col("column_1").str.slice(0, 5), "change", "stock")
        .write_csv(result)
    )


JOBS = {
    "estat": (estat, "estat.csv", ["rank", "{0}", "--by", "ageing-rate", "--format", "csv", "--output"], estat_polars),
    "register": (
        register, "sheets", ["rank", "--data", "{0}", "--from", "2012", "--to", "{last}", "--by", "social-change-rate", "--format", "csv", "--output"],
        register_polars),
}


def run(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    complaints = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(command)}\n{complaints.decode()}")
    return wall, usage.ru_maxrss / 1024


def main():
    if len(sys.argv) > 3 and sys.argv[1] == "--peer":
        JOBS[sys.argv[2]][3](sys.argv[4:], sys.argv[3])
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--small", action="store_true", help="a tenth of the size")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    size = 150 if arguments.small else 1916
    with tempfile.TemporaryDirectory() as folder:
        for name, (make, file, command, _) in JOBS.items():
            files = make(os.path.join(folder, file), size)
            results = [os.path.join(folder, f"{name}-{who}.csv") for who in ("own", "peer")]
            own = [arguments.program] + [part.format(*files, last=2024 if size > 200 else 2015) for part in command] + [results[0]]
            peer = [sys.executable, os.path.abspath(__file__), "--peer", name, results[1]] + files
            run(own), run(peer)
            first, second = own_table(results[0]), peer_table(results[1])
            if first != second:
                wrong = [pair for pair in zip(first, second) if pair[0] != pair[1]][:3]
                sys.exit(f"{name}: the tables differ ({len(first)} and {len(second)} rows): {wrong}")
            rounds = [(run(own), run(peer)) for _ in range(arguments.rounds)]
            ratio = statistics.median(mine[0] / other[0] for mine, other in rounds)
            print(f"{name}: {len(first)} rows agree; {ratio:.2f} of the peer's time "
                  f"({statistics.median(mine[0] for mine, _ in rounds):.2f} s and {statistics.median(other[0] for _, other in rounds):.2f} s), "
                  f"{max(mine[1] for mine, _ in rounds):.0f} MB and {max(other[1] for _, other in rounds):.0f} MB")


main()
