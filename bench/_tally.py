"""Right and wrong answers counted."""

from dataclasses import dataclass


@dataclass
class Tally:
    """Right, superfluous and missed answers, summed over texts."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, found: set[str], gold: set[str]) -> None:
        self.right += len(found & gold)
        self.extra += len(found - gold)
        self.missed += len(gold - found)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.extra)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.extra + self.missed)

    def line(self, name: str) -> str:
        return f"{name:<28} precision {self.precision:.3f}  recall {self.recall:.3f}  F1 {self.f1:.3f}"
