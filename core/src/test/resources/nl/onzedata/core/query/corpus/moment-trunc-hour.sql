-- refused: *
SELECT DATE_TRUNC('hour', gemeld) AS uur, COUNT(*) AS n FROM x.me GROUP BY DATE_TRUNC('hour', gemeld)
