"""Names weighed by their features (stretches, words, beginnings): how alike a phrase and a name, or all names of an id, are. Pure."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import chain
from math import log, sqrt

#: A feature that more ids have finds nobody by itself.
TOO_COMMON = 4_000

Weights = dict[int, float]


class Features:
    """One way to cut names into features, each the more telling the fewer names have it."""

    def __init__(self, keys: list[str], names: "list[array[int]]", cut: Callable[[str], Iterable[str]]) -> None:
        self._numbers: dict[str, int] = {}
        self._of_name: list[array[int]] = []
        held: list[int] = []
        for key in keys:
            features = array("i", sorted({self._numbers.setdefault(part, len(self._numbers)) for part in cut(key)}))
            held.extend(features)
            self._of_name.append(features)
        had_by = Counter(held)
        count = len(keys)
        self._telling = array("f", (log((1 + count) / (1 + had_by[n])) + 1 for n in range(len(self._numbers))))
        self._most = log(1 + count) + 1
        telling = self._telling
        self._name_length = array("f", (_length(telling[n] for n in features) for features in self._of_name))
        self.id_length = array("f")
        self._ids: list[array[int]] = [array("i") for _ in self._numbers]
        self._shares: list[array[float]] = [array("f") for _ in self._numbers]
        for owner, mine in enumerate(names):
            times = Counter(chain.from_iterable(self._of_name[name] for name in mine))
            weights = {n: (1 + log(often)) * telling[n] for n, often in times.items()}
            length = _length(weights.values())
            self.id_length.append(length)
            for n, weight in weights.items():
                self._ids[n].append(owner)
                self._shares[n].append(weight / length)

    def telling(self, feature: str) -> float:
        number = self._numbers.get(feature)
        return self._most if number is None else self._telling[number]

    def knows(self, feature: str) -> bool:
        return feature in self._numbers

    def weigh(self, features: Iterable[str]) -> Weights:
        """What each known feature of a phrase is worth; the whole phrase, unknown ones too, has length 1."""
        said = set(features)
        length = _length(self.telling(feature) for feature in said)
        return {self._numbers[feature]: self.telling(feature) / length for feature in said if feature in self._numbers}

    def alike(self, said: Weights, name: int) -> float:
        """Cosine of a weighed phrase and a name."""
        telling = self._telling
        shared = sum([said[n] * telling[n] for n in self._of_name[name] if n in said])
        return shared / self._name_length[name] if shared else 0.0

    def ids_that_share(self, said: Weights) -> list[float]:
        """For each id the cosine of the phrase with all its names together; what too many share is left out."""
        scores = [0.0] * len(self.id_length)
        common = [n for n in said if len(self._ids[n]) > TOO_COMMON]
        rare = [n for n in said if len(self._ids[n]) <= TOO_COMMON]
        for n in rare if rare else common:
            worth = said[n]
            for owner, share in zip(self._ids[n], self._shares[n], strict=True):
                scores[owner] += worth * share
        return scores


def _length(weights: Iterable[float]) -> float:
    return sqrt(sum(weight * weight for weight in weights)) or 1.0
