"""Bills that come from the clinic system and receipts that go to it and to the cash register, as files in a folder."""
