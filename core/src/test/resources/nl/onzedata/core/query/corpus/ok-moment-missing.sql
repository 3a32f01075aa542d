-- accepted
-- uses: x.me.gemeld time
SELECT COUNT(*) AS n FROM x.me WHERE gemeld IS NULL
