"""The parts of the interview page; they show values and tell by signal what the person did."""
