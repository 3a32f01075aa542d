-- accepted
-- uses: x.wmo.sinds time
-- of whom the date is not known, where that may be asked
SELECT COUNT(sinds) AS bekend, COUNT(*) FILTER (WHERE sinds IS NULL) AS onbekend FROM x.wmo
