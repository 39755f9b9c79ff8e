"""The projections of benchmark-projection in NumPy, all municipalities and scenarios at once.

    swift run -c release benchmark-projection inputs.json
    python3 Examples/benchmark-projection/compare.py inputs.json
"""

import json
import sys
import time

import numpy as np

with open(sys.argv[1], encoding="utf-8") as file:
    inputs = json.load(file)

count = inputs["municipalities"]
base = np.array(inputs["base"]).reshape(2, 19)
rates = np.array(inputs["rates"]).reshape(2, 19)
shares = np.array(inputs["shares"])
first = inputs["first_mother_row"]
mothers = slice(first, first + len(shares))
girls = 1 / (1 + inputs["sex_ratio_at_birth"])
survival = [(np.array(b), np.array(r).reshape(2, 19)) for b, r in inputs["survival"]]

numbers = np.arange(count)
factor = 0.1 + (numbers[:, None] * 37 + np.arange(38) * 11) % 97 / 50
people = np.repeat((base.reshape(38) * factor).reshape(count, 1, 2, 19), 4, axis=1)
fertility = np.array([scenario[0] for scenario in inputs["scenarios"]])
moving = np.array([scenario[1] for scenario in inputs["scenarios"]])
net = (numbers % 11 / 10)[:, None, None, None] * moving[:, None, None] * rates


def project(start):
    now = start
    for from_birth, ratios in survival:
        cohorts = now.copy()
        cohorts[..., 17] += now[..., 18]
        later = np.empty_like(now)
        later[..., 1:] = now[..., :-1] * ratios[:, :-1]
        later[..., 18] += now[..., 18] * ratios[:, 18]
        later[..., 1:] += cohorts[..., :-1] * net[..., 1:]
        women = now[..., 1, mothers] + later[..., 1, mothers]
        births = (women @ shares) * fertility / 2
        later[..., 0, 0] = births * (1 - girls) * from_birth[0]
        later[..., 1, 0] = births * girls * from_birth[1]
        now = later
    return now


total = project(people).sum()
best = np.inf
for _ in range(5):
    begin = time.perf_counter()
    project(people)
    best = min(best, time.perf_counter() - begin)

print(f"people in 2060: NumPy {total:,.3f}, Swift {inputs['people']:,.3f}")
print(f"NumPy {best:.3f} s, Swift {inputs['seconds']:.3f} s, ratio {best / inputs['seconds']:.2f}")
if abs(total / inputs["people"] - 1) > 1e-9:
    sys.exit("the results differ")
