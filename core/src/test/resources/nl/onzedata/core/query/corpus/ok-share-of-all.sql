-- accepted
-- uses: x.h.type group
-- a share of one figure
SELECT type, 100.0 * COUNT(*) / (SELECT COUNT(*) FROM x.h) AS aandeel FROM x.h GROUP BY type
