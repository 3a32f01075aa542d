-- accepted
-- uses: x.h.type group
-- a share whose whole is a figure of its own
SELECT type, COUNT(*) AS n, 100.0 * COUNT(*) / SUM(COUNT(*)) OVER () AS aandeel FROM x.h GROUP BY type
