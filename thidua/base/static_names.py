"""Names of static files: with a hash once they were collected, plain before (tests, first start)."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticNames(CompressedManifestStaticFilesStorage):
    def stored_name(self, name: str) -> str:
        """Answer with the plain name while no manifest was made, instead of failing."""
        return super().stored_name(name) if self.hashed_files else name
