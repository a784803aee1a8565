"""Features of an answer to the probability that its label is right.

Platt scaling: one logistic model a label, over named features. The parameters are data
(`data/calibration.json`), fitted by `benchmarks/fit_calibration.py`, which also says on what.
J. Platt, "Probabilistic outputs for support vector machines", 1999.
"""

from __future__ import annotations

import json
from math import exp
from typing import TYPE_CHECKING, Any

from factcheck.errors import InputError
from factcheck.files import PACKAGE, read_file
from factcheck.model import Label
from factcheck.records import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Model(NamedTuple):
    """A logistic model for one label: the probability is 1 / (1 + exp(-(bias + weights · features)))."""

    bias: float
    weights: tuple[tuple[str, float], ...]
    threshold: float
    """The least probability at which the label is given, 0 to 1."""


class Calibration:
    """Turns features into the probability that a label is right."""

    def __init__(self, models: dict[str, Model]) -> None:
        self._models = models

    @classmethod
    def load(cls, path: Path | None = None) -> Calibration:
        """The calibration in `path`, or the package's. Raises `InputError` if it is damaged."""
        file = path or f"{PACKAGE}/data/calibration.json"
        try:
            data = json.loads(read_file(file))
            return cls({label: _model(item) for label, item in data["models"].items()})
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{file}: not a calibration: {error}", "reinstall factcheck-cli") from None

    def confidence(self, label: Label, features: object) -> float:
        """The probability, 0 to 1, that `label` is right; `features` has an attribute for each name."""
        model = self._models[label]
        score = model.bias + sum([weight * getattr(features, name) for name, weight in model.weights])
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))

    def threshold(self, label: Label) -> float:
        """The least probability at which `label` is given."""
        return self._models[label].threshold


def _model(item: dict[str, Any]) -> Model:
    weights = tuple((str(name), float(weight)) for name, weight in item["weights"].items())
    return Model(float(item["bias"]), weights, float(item["threshold"]))
