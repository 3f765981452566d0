"""`python -m bench [answering | building | confidence | figures | growth | retrieval | peers | scale | hotspots | names | naming | rules] [options]`; without a word, `answering`."""

from __future__ import annotations

import argparse
import sys

from bench import (
    answering,
    building,
    confidence,
    figures,
    growth,
    hotspots,
    names,
    naming,
    peers,
    retrieval,
    rules,
    scale,
)

_MEASUREMENTS = {
    "answering": answering,
    "building": building,
    "confidence": confidence,
    "figures": figures,
    "growth": growth,
    "retrieval": retrieval,
    "peers": peers,
    "scale": scale,
    "hotspots": hotspots,
    "names": names,
    "naming": naming,
    "rules": rules,
}


def main(given: list[str]) -> None:
    """Run the measurement that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parts = parser.add_subparsers(dest="measurement", required=True)
    for name, module in _MEASUREMENTS.items():
        said = (module.__doc__ or "").splitlines()[0]
        module.arguments(parts.add_parser(name, help=said, description=module.__doc__))
    named = bool(given) and (given[0] in ("-h", "--help") or not given[0].startswith("-"))
    options = parser.parse_args(given if named else ["answering", *given])
    _MEASUREMENTS[options.measurement].run(options)


if __name__ == "__main__":  # a measured process imports this file again
    main(sys.argv[1:])
