"""Sheets as data become PDF bytes; the one home of ReportLab, imported only when something is drawn."""
