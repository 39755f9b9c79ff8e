#!/usr/bin/env python3
"""Runs the job of benchmark-national in this package, in polars and in DuckDB on the same file.

The job: read a long CSV of population and movers by municipality, year, sex and age; form the social
change rate by municipality, year and age over the previous year's population, both sexes together;
rank the municipalities of each year by the rate at 20-29; write both results as CSV.

It first checks that the results agree cell by cell: texts, whole numbers and ranks are equal, and the
rate, printed with four digits, differs by one unit of the last digit at most (this package rounds a half
up, the others round the nearest binary number). Then it runs all programs in turn, whole process against
whole process, on two processors, and prints the medians of wall time and the largest peak of memory.

Needs: pip install polars duckdb (and pandas for --pandas).

  swift build -c release --product benchmark-national
  python3 Examples/benchmark-national/compare.py .build/release/benchmark-national
"""

import argparse
import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time


def polars_job(source, rates_path, ranking_path):
    import polars as pl

    def percent(change, population):
        return pl.when(population > 0).then(change * 100.0 / population)

    change, before = pl.col("social_change"), pl.col("previous_population")
    text = {name: pl.String for name in ("code", "name", "sex", "age")}
    counts = {name: pl.Int64 for name in ("population", "in_migrants", "out_migrants")}
    order = ["code", "name", "year", "sex", "age", "population", "in_migrants", "out_migrants"]
    schema = {name: text.get(name) or counts.get(name) or pl.Int32 for name in order}
    cells = (
        pl.scan_csv(source, schema=schema)
        .group_by("code", "year", "age")
        .agg(
            pl.col("name").first(),
            pl.col("population").sum(),
            (pl.col("in_migrants").sum() - pl.col("out_migrants").sum()).alias("social_change"),
        )
    )
    previous = cells.select(
        "code", pl.col("year") + 1, "age", pl.col("population").alias("previous_population")
    )
    cells = (
        cells.join(previous, on=["code", "year", "age"], how="left")
        .with_columns(pl.col("age").str.extract(r"^(\d+)").cast(pl.Int32).alias("lower"))
        .sort("code", "year", "lower")
        .collect(engine="streaming")
    )
    note = (
        pl.when(before.is_null())
        .then(pl.lit("no-previous-year"))
        .when(before == 0)
        .then(pl.lit("zero-population"))
    )
    cells.select(
        "code", "name", "year", "age", "social_change", "previous_population",
        percent(change, before).alias("rate_percent"), note.alias("note"),
    ).write_csv(rates_path, float_precision=4)
    (
        cells.filter(pl.col("age").is_in(["20-24", "25-29"]) & before.is_not_null())
        .group_by("year", "code")
        .agg(pl.col("name").first(), change.sum(), before.sum())
        .filter(before > 0)
        .with_columns(percent(change, before).alias("rate_percent"))
        .with_columns(
            pl.col("rate_percent").rank("min", descending=True).over("year").cast(pl.Int32).alias("rank")
        )
        .sort("year", "rank", "code")
        .select("year", "rank", "code", "name", "social_change", "previous_population", "rate_percent")
        .write_csv(ranking_path, float_precision=4)
    )


def duckdb_job(source, rates_path, ranking_path):
    import duckdb

    base = duckdb.connect(config={"threads": 2})
    quoted = {key: value.replace("'", "''") for key, value in
              {"source": source, "rates": rates_path, "ranking": ranking_path}.items()}
    base.execute(
        """
        CREATE TABLE cells AS
        WITH sums AS (
          SELECT code, any_value(name) AS name, year, age, sum(population)::BIGINT AS population,
                 (sum(in_migrants) - sum(out_migrants))::BIGINT AS social_change
          FROM read_csv('{source}', header = true, delim = ',', quote = '"', escape = '"', columns = {{
            'code': 'VARCHAR', 'name': 'VARCHAR', 'year': 'INTEGER', 'sex': 'VARCHAR',
            'age': 'VARCHAR', 'population': 'BIGINT', 'in_migrants': 'BIGINT',
            'out_migrants': 'BIGINT'}})
          GROUP BY code, year, age)
        SELECT a.code, a.name, a.year, a.age, a.social_change, b.population AS previous_population,
               CASE WHEN b.population > 0 THEN a.social_change * 100.0::DOUBLE / b.population END AS rate
        FROM sums a LEFT JOIN sums b ON a.code = b.code AND a.age = b.age AND a.year = b.year + 1
        """.format(**quoted)
    )
    base.execute(
        """
        COPY (SELECT code, name, year, age, social_change, previous_population,
                printf('%.4f', rate) AS rate_percent,
                CASE WHEN previous_population IS NULL THEN 'no-previous-year'
                     WHEN previous_population = 0 THEN 'zero-population' END AS note
              FROM cells
              ORDER BY code, year, regexp_extract(age, '^[0-9]+')::INTEGER)
        TO '{rates}' (HEADER, DELIMITER ',')
        """.format(**quoted)
    )
    base.execute(
        """
        COPY (WITH young AS (
                SELECT year, code, any_value(name) AS name, sum(social_change)::BIGINT AS social_change,
                       sum(previous_population)::BIGINT AS previous_population
                FROM cells WHERE age IN ('20-24', '25-29') AND previous_population IS NOT NULL
                GROUP BY year, code HAVING sum(previous_population) > 0),
              rated AS (
                SELECT *, social_change * 100.0::DOUBLE / previous_population AS rate FROM young)
              SELECT year, rank() OVER (PARTITION BY year ORDER BY rate DESC) AS rank, code, name,
                     social_change, previous_population, printf('%.4f', rate) AS rate_percent
              FROM rated ORDER BY year, rank, code)
        TO '{ranking}' (HEADER, DELIMITER ',')
        """.format(**quoted)
    )


def pandas_job(source, rates_path, ranking_path):
    import pandas as pd

    rows = pd.read_csv(source, dtype={"code": str, "name": str, "sex": str, "age": str})
    cells = rows.groupby(["code", "year", "age"], sort=False, as_index=False).agg(
        name=("name", "first"), population=("population", "sum"),
        arrivals=("in_migrants", "sum"), leaving=("out_migrants", "sum"))
    cells["social_change"] = cells["arrivals"] - cells["leaving"]
    before = cells[["code", "year", "age", "population"]].rename(
        columns={"population": "previous_population"})
    before["year"] += 1
    cells = cells.merge(before, on=["code", "year", "age"], how="left")
    cells["previous_population"] = cells["previous_population"].astype("Int64")
    cells["lower"] = cells["age"].str.extract(r"^(\d+)")[0].astype(int)
    cells = cells.sort_values(["code", "year", "lower"])

    def percent(table):
        population = table["previous_population"].astype("float64")
        rate = table["social_change"] * 100.0 / population
        return rate.where(population > 0)

    cells["rate_percent"] = percent(cells)
    cells["note"] = ""
    cells.loc[cells["previous_population"].isna(), "note"] = "no-previous-year"
    cells.loc[cells["previous_population"].eq(0).fillna(False), "note"] = "zero-population"
    cells[["code", "name", "year", "age", "social_change", "previous_population", "rate_percent",
           "note"]].to_csv(rates_path, index=False, float_format="%.4f")
    young = cells[cells["age"].isin(["20-24", "25-29"]) & cells["previous_population"].notna()]
    young = young.groupby(["year", "code"], as_index=False).agg(
        name=("name", "first"), social_change=("social_change", "sum"),
        previous_population=("previous_population", "sum"))
    young = young[young["previous_population"] > 0].copy()
    young["rate_percent"] = percent(young)
    young["rank"] = young.groupby("year")["rate_percent"].rank("min", ascending=False).astype(int)
    young.sort_values(["year", "rank", "code"])[
        ["year", "rank", "code", "name", "social_change", "previous_population", "rate_percent"]
    ].to_csv(ranking_path, index=False, float_format="%.4f")


JOBS = {"polars": polars_job, "duckdb": duckdb_job, "pandas": pandas_job}


def differences(first, second):
    """Counts rows that differ, and rows that differ only in the last digit of the rate."""
    wrong = last_digit = rows = 0
    with open(first, encoding="utf-8", newline="") as one, open(
        second, encoding="utf-8", newline=""
    ) as other:
        left, right = csv.reader(one), csv.reader(other)
        while True:
            a, b = next(left, None), next(right, None)
            if a is None and b is None:
                return rows, wrong, last_digit
            rows += 1
            if a == b:
                continue
            if a is None or b is None or a[:6] + a[7:] != b[:6] + b[7:] or not (a[6] and b[6]):
                wrong += 1
                if wrong <= 3:
                    print("  differs:", a, b)
            elif round(abs(float(a[6]) - float(b[6])) * 10000) <= 1:
                last_digit += 1
            else:
                wrong += 1


def run(command):
    """Wall time in seconds and peak memory in MB of a process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit("failed: " + " ".join(command))
    return wall, usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def main():
    if len(sys.argv) == 6 and sys.argv[1] == "--job":
        JOBS[sys.argv[2]](*sys.argv[3:])
        return
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="the built benchmark-national")
    parser.add_argument("--municipalities", type=int, default=1741)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--pandas", action="store_true", help="run pandas as well")
    parser.add_argument("--check-only", action="store_true", help="compare results, measure nothing")
    arguments = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    engines = ["polars", "duckdb"] + (["pandas"] if arguments.pandas else [])
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "long.csv")
        subprocess.run(
            [arguments.program, "--generate", source, "--municipalities",
             str(arguments.municipalities)], check=True)
        commands, results = {}, {}
        for name in ["machikurabe"] + engines:
            place = os.path.join(folder, name)
            os.mkdir(place)
            results[name] = [os.path.join(place, file) for file in ("rates.csv", "ranking.csv")]
            commands[name] = (
                [arguments.program, "--input", source, "--results", place]
                if name == "machikurabe"
                else [sys.executable, os.path.abspath(__file__), "--job", name, source] + results[name])
            run(commands[name])
        agree = True
        for name in engines:
            for ours, theirs in zip(results["machikurabe"], results[name]):
                rows, wrong, last = differences(ours, theirs)
                agree = agree and wrong == 0
                print(f"{name}: {os.path.basename(ours)}: {rows} lines, {wrong} differ, "
                      f"{last} in the last digit of the rate only")
        if not agree:
            sys.exit("the results do not agree")
        if arguments.check_only:
            return
        measured = {name: [] for name in commands}
        for _ in range(arguments.rounds):
            for name, command in commands.items():
                measured[name].append(run(command))
        base = statistics.median(wall for wall, _ in measured["polars"])
        memory = max(peak for _, peak in measured["polars"])
        print(f"\n{'program':12} {'wall s':>8} {'least s':>8} {'of polars':>10} {'peak MB':>8} "
              f"{'of polars':>10}")
        for name, runs in measured.items():
            wall, peak = statistics.median(r[0] for r in runs), max(r[1] for r in runs)
            print(f"{name:12} {wall:8.3f} {min(r[0] for r in runs):8.3f} {wall / base:10.3f} "
                  f"{peak:8.0f} {peak / memory:10.3f}")


if __name__ == "__main__":
    main()
