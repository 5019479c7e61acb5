"""`python -m uss_trainer` is the command `uss-trainer`."""

from uss_trainer.cli.main import run

if __name__ == "__main__":
    run()
