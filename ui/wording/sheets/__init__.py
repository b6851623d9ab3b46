"""What stands on paper in two languages: sentences for promises, labels of sheets, questions patients ask."""
