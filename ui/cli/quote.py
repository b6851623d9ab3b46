"""`tessera quote`: what a bill would cost under a program, with no database at all."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from desk_app.documents.bill_file import read_bill
from desk_app.documents.program_compile import compile_program
from desk_app.documents.program_file import problems, read_document
from desk_app.documents.program_sense import refusal
from desk_app.documents.quote_json import quote_json
from desk_app.documents.state_file import State, read_state
from desk_app.domain.pricing import price_bill
from desk_app.domain.standing import Standing
from ui.cli import files
from ui.cli.answer import Answer, naming
from ui.cli.explained import quote_lines
from ui.wording.explain import quote_explanation

EXAMPLE = "tessera quote --program club.toml --bill bill.json --state patient.json --json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--program", required=True, metavar="P.toml", help="the program document")
    parser.add_argument("--bill", required=True, metavar="B.json", help="the bill")
    parser.add_argument("--state", metavar="S.json", help="the patient's state; left out: a new patient")


def run(options: argparse.Namespace) -> Answer:
    """Price the bill; raises the refusals of the three files, each naming its file."""
    content = files.read(options.program)
    with naming(options.program):
        document = read_document(content)
        for problem in problems(document):
            raise refusal(problem)
        program = compile_program(document)
    content = files.read(options.bill)
    with naming(options.bill):
        bill = read_bill(content, program, datetime.now(UTC))
    state = State(Standing())
    if options.state:
        content = files.read(options.state)
        with naming(options.state):
            state = read_state(content, program, bill.at.date(), document)
    bill = state.prove(bill)
    with naming(options.bill):
        quote = price_bill(program, bill, state.standing)
    value = quote_json(quote, program, quote_explanation(quote, program, bill, state.standing.offers))
    return Answer(value, quote_lines(quote, program, bill, options.lang))
