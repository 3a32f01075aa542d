-- accepted
-- uses: x.h.arm group
-- a derived column is asked for by its own name, and its parts need nothing
SELECT h.arm, COUNT(*) AS n FROM x.h AS h GROUP BY h.arm
